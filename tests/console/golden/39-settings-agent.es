 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
 Ventas ES┌─ Ajustes ────────────────────────────────────────────────┐e    22:10
 Soporte n│ ▌   q  Colas                                             │
 Facturaci│     e  Entradas            Para esto hace falta el permi…│
          │     t  Troncales           Para esto hace falta el permi…│
── A la es│     p  Motivos de pausa                                  │──────────
 Sin llama│     d  Resultados                                        │
 ● Colas c│     r  Locuciones          Para esto hace falta el permi…│n
          │     o  Rutas               Para esto hace falta el permi…│
── Recient│     c  Topes               Para esto hace falta el permi…│──────────
 14:22 ent│     u  Usuarios                                          │Acceso / …
 14:15 ent│     a  Agentes                                           │ente
 14:11 sal│     f  Teléfonos           Para esto hace falta el permi…│ llamaba
          │     m  Equipos                                           │
          │     s  Habilidades         Para esto hace falta el permi…│
          └──────────────────────────────────────────────────────────┘




 letra o Enter elige   Esc cierra
