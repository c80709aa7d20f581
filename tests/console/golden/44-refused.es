 cclite  Agente        Ana Nováková 2041  ○ PAUSA 0:07        en vivo  14:32:12
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      3 Hablado 2:14:50
 Ventas ES            0       –      1 ● 100,0 %                 Cierre    22:10
 Soporte nivel 1     11    3:54      0 ▲  58,9 %
 Facturación          1    0:07      2 ◊  76,0 %

── A la espera de una llamada ──────────────────────────────────────────────────
 Sin llamada. La próxima puede ser suya.
 ● Colas conectadas: Ventas EN, Ventas ES, Soporte nivel 1, Facturación

── Recientes ───────────────────────────────────────────────────────────────────
 14:22 ent. +447700900123    J OKAFOR Soporte niv…   5:02  Resuelto › Acceso / …
 14:15 ent. +442079460958             Facturación    2:41  colgó el age… ret. 2×
 14:11 sal. +34611555240              Ventas ES      0:00  colgó quien llamaba





 ▲ No se ha hecho (véase g o): The call it was meant for is no longer the
   agent's. Nothing was changed.
 n llamar a un número  s estado  : órdenes  ? ayuda
