 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis col┌─ Ajustes ────────────────────────────────────────────────┐─── Hoy ──
 Cola     │ ▌   q  Colas                                             │      5:11
 Ventas EN│     e  Entradas            Falta el permiso entry.see.   │do 2:14:50
 Ventas ES│     t  Troncales           Falta el permiso trunk.see.   │e    22:10
 Soporte n│     p  Motivos de pausa                                  │
 Facturaci│     d  Resultados                                        │
          │     r  Locuciones          Falta el permiso prompt.see.  │
── A la es│     b  Buzones             Falta el permiso box.see.     │──────────
 Sin llama│     w  Salidas                                           │
 ● Colas c│     k  Consultas           Falta el permiso lookup.see.  │n
          │     l  Reglas de enrutamiento  Falta el permiso rule.see.│
── Recient│     h  Horario             Falta el permiso rule.see.    │──────────
 14:22 ent│     i  Listas de llamantes  Falta el permiso rule.see.   │Acceso / …
 14:15 ent│     o  Rutas               Falta el permiso route.see.   │ente
 14:11 sal│     c  Topes               Falta el permiso route.see.   │ llamaba
          │     u  Usuarios                                          │
          │     a  Agentes                                           │
          │     f  Teléfonos           Falta el permiso device.see.  │
          │     m  Equipos                                           │
          │     s  Habilidades         Falta el permiso skill.see.   │
          └──────────────────────────────────────────────────────────┘

 letra o Enter elige   Esc cierra
