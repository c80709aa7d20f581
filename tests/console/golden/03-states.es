 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
 Ventas ES            0       –      1 ● 100,0 %                 Cierre    22:10
 Soporte nivel 1     11    3:52      0 ▲  58,9 %
 Facturación          1    0:05      2 ◊  76,0 %
            ┌─ Cambiar de estado ──────────────────────────────────┐
── A la espe│ ▌●  r  Disponible                                    │────────────
 Sin llamada│  ○  b  Short break         9:00 de 15:00             │
 ● Colas con│  ○  l  Lunch               0:00 de 45:00             │ión
            │  ○  t  Training                                      │
── Recientes│  ·  o  Fuera de turno                                │────────────
 14:22 ent. │                                                      │› Acceso / …
 14:15 ent. │ En una llamada: lo que venga después.                │age… ret. 2×
 14:11 sal. └──────────────────────────────────────────────────────┘en llamaba







 letra o Enter elige   Esc cierra
