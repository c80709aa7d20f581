 cclite  Agente        Ana Nováková 2041  = RETENCIÓN 0:22    en vivo  14:32:07
── = RETENCIÓN 0:22 ────────────────────── ► consulta a Ben Ortiz 0:19  ● REC ──
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 1:03 (2×)
 F3 alternar  F4 silenciar  F7 teclado  F5 completar  F8 volver
── El camino hasta aquí ────────────────────────────────────────────────────────
 llamó al +442079460311   esperó 2:09
 answer › language [1] › technical [3] › support
 ◊ login loop after reset, ID checked
── Contactos anteriores de este número ─────────────────────────────────────────
 sáb 21 nov   16:02 Soporte niv… ben        Login / passwo… Reset link sent
 mié 18 nov   09:41 Facturación  Ana Novák… colgó el agente Invoice 88301 resent
 vie 13 nov   11:15 Ventas EN               abandonada
── Notas ─────────────────────────────────── esperan 12, la mayor espera 3:52 ──








 Las letras son teclas del teléfono. Tab pasa a las notas.

 h alternar  m silenciar  x completar  d teclado  k volver  s estado  ? ayuda
