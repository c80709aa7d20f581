 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola     ┌─ Ajustes ────────────────────────────────────────────────┐      5:11
 Ventas EN│ ▌   q  Colas                                             │do 2:14:50
 Ventas ES│     e  Entradas            Para esto hace falta el permi…│e    22:10
 Soporte n│     t  Troncales           Para esto hace falta el permi…│
 Facturaci│     p  Motivos de pausa                                  │
          │     d  Resultados                                        │
── A la es│     r  Locuciones          Para esto hace falta el permi…│──────────
 Sin llama│     b  Buzones             Para esto hace falta el permi…│
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
