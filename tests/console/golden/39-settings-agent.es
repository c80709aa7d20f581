 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN┌─ Ajustes ────────────────────────────────────────────────┐do 2:14:50
 Ventas ES│ ▌   q  Colas                                             │e    22:10
 Soporte n│     e  Entradas            Para esto hace falta el permi…│
 Facturaci│     t  Troncales           Para esto hace falta el permi…│
          │     p  Motivos de pausa                                  │
── A la es│     d  Resultados                                        │──────────
 Sin llama│     r  Locuciones          Para esto hace falta el permi…│
 ● Colas c│     w  Salidas                                           │n
          │     k  Consultas           Para esto hace falta el permi…│
── Recient│     o  Rutas               Para esto hace falta el permi…│──────────
 14:22 ent│     c  Topes               Para esto hace falta el permi…│Acceso / …
 14:15 ent│     u  Usuarios                                          │ente
 14:11 sal│     a  Agentes                                           │ llamaba
          │     f  Teléfonos           Para esto hace falta el permi…│
          │     m  Equipos                                           │
          │     s  Habilidades         Para esto hace falta el permi…│
          └──────────────────────────────────────────────────────────┘



 letra o Enter elige   Esc cierra
