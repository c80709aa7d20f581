 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:13   en vivo  14:32:08
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
 Ventas ES            0       –      1 ● 100,0 %                 Cierre    22:10
 Soporte nivel 1     11    3:53      0 ▲  58,9 %
 Facturación          1    0:06      2 ◊  76,0 %

── A la espera de una llamada ──────────────────────────────────────────────────
 Sin llamada. La próxima puede ser suya.
 ● Colas conectadas: Ventas EN, Ventas ES, Soporte nivel 1, Facturación
                                                ┌─ ir a ─────────────────────┐
── Recientes ───────────────────────────────────│ a  agente                  │──
 14:22 ent. +447700900123    J OKAFOR Soporte ni│ w  panel mural             │ …
 14:15 ent. +442079460958             Facturació│ l  grabaciones             │2×
 14:11 sal. +34611555240              Ventas ES │ v  buzón de voz            │
                                                │ t  contactos               │
                                                │ b  devoluciones de llamada │
                                                │ o  conexión                │
                                                │ s  ajustes                 │
                                                │ q  colas                   │
                                                └────────────────────────────┘

 n llamar a un número  s estado  : órdenes  ? ayuda
