 cclite  Agente        Ana Nováková 2041  ▲ SONANDO 0:06      en vivo  14:32:07
┌─ ▲ ENTRANTE ──────────────────────────────────────────────── suena aún 14 s ─┐
│ +447700900123       "J OKAFOR"               Soporte nivel 1                 │
│ llama al +442079460311   espera 2:09                                         │
│ answer › language [1] › technical [3] › support                              │
│ ◊ login loop after reset, ID checked                                         │
│ F2 contesta: su teléfono descuelga solo.                                     │
│ █████████████████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░ │
└──────────────────────────────────────────────────────────────────────────────┘
── Contactos anteriores de este número ─────────────────────────────────────────
 sáb 21 nov   16:02 Soporte niv… ben        Login / passwo… Reset link sent
 mié 18 nov   09:41 Facturación  Ana Novák… colgó el agente Invoice 88301 resent
 vie 13 nov   11:15 Ventas EN               abandonada










 a contestar  k rechazar  : órdenes  ? ayuda
