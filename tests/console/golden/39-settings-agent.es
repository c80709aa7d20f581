 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis col┌─ Ajustes ────────────────────────────────────────────────┐─── Hoy ──
 Cola     │ ▌   q  Colas                                             │      5:11
 Ventas EN│     e  Entradas            Para esto hace falta el permi…│do 2:14:50
 Ventas ES│     t  Troncales           Para esto hace falta el permi…│e    22:10
 Soporte n│     p  Motivos de pausa                                  │
 Facturaci│     d  Resultados                                        │
          │     r  Locuciones          Para esto hace falta el permi…│
── A la es│     b  Buzones             Para esto hace falta el permi…│──────────
 Sin llama│     w  Salidas                                           │
 ● Colas c│     k  Consultas           Para esto hace falta el permi…│n
          │     l  Reglas de enrutamiento  Para esto hace falta el p…│
── Recient│     h  Horario             Para esto hace falta el permi…│──────────
 14:22 ent│     i  Listas de números   Para esto hace falta el permi…│Acceso / …
 14:15 ent│     o  Rutas               Para esto hace falta el permi…│ente
 14:11 sal│     c  Topes               Para esto hace falta el permi…│ llamaba
          │     u  Usuarios                                          │
          │     a  Agentes                                           │
          │     f  Teléfonos           Para esto hace falta el permi…│
          │     m  Equipos                                           │
          │     s  Habilidades         Para esto hace falta el permi…│
          └──────────────────────────────────────────────────────────┘

 letra o Enter elige   Esc cierra
