 cclite  Agente        Ana Nováková 2041  ■ EN LLAMADA 0:22   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
 Ventas ES            0       –      1 ● 100,0 %                 Cierre    22:10
 Soporte nivel 1     11    3:52      0 ▲  58,9 %
 Facturación          1    0:05      2 ◊  76,0 %

── Consulta de otro agente ─────────────────────────────────────────────────────
 F8 suelta: ben le pregunta en su teléfono por R PATEL.
 asks about a refund

── Recientes ───────────────────────────────────────────────────────────────────
 14:22 ent. +447700900123    J OKAFOR Soporte niv…   5:02  Resuelto › Acceso / …
 14:15 ent. +442079460958             Facturación    2:41  colgó el age… ret. 2×
 14:11 sal. +34611555240              Ventas ES      0:00  colgó quien llamaba






 ◊ Le consultan sobre una llamada, por su teléfono. F8 cuelga.
 n llamar a un número  s estado  : órdenes  ? ayuda
