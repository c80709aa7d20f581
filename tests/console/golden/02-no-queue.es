 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
                                                 Perdidas      1 Hablado 2:14:50
                                                                 Cierre    22:10

── A la espera de una llamada ──────────────────────────────────────────────────
 Ninguna cola le envía llamadas.


── Recientes ───────────────────────────────────────────────────────────────────
 14:22 ent. +447700900123    J OKAFOR Soporte niv…   5:02  Resuelto › Acceso / …
 14:15 ent. +442079460958             Facturación    2:41  colgó el age… ret. 2×
 14:11 sal. +34611555240              Ventas ES      0:00  colgó quien llamaba









 n llamar a un número  s estado  : órdenes  ? ayuda
