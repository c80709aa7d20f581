 cclite  Supervisión        Dana Hill  administración  ▲2 ◊2  en vivo  14:32:07
 Llam. 2  ┌─ Ajustes ────────────────────────────────────────────────┐◊
── 1 Llama│ ▌   q  Colas                                             │───── 2 ──
   Estado │     e  Entradas                                          │r.   SRTP
 ▌■HABLA  │     t  Troncales                                         │
 ◊ ESPERA │     p  Motivos de pausa                                  │
          │     d  Resultados                                        │
          │     r  Locuciones                                        │
          │     b  Buzones                                           │
          │     w  Salidas                                           │
── 2 Agent│     k  Consultas                                         │───── 5 ──
   Agente │     l  Reglas de enrutamiento                            │       NS
 ▌●Ana Nov│     h  Horario                                           │   61,7 %
 · Ben Car│     i  Listas de llamantes                               │   78,8 %
          │     o  Rutas                                             │   86,4 %
          │     c  Topes                                             │   83,9 %
          │     u  Usuarios                                          │        –
          │     a  Agentes                                           │
── 4 Alert│     f  Teléfonos                                         │───── 4 ──
 ▲ CRÍT.  │     m  Equipos                                           │
 ▲ CRÍT. 1│     s  Habilidades                                       │ fallo 503
 ◊ AVISO  └──────────────────────────────────────────────────────────┘

 letra o Enter elige   Esc cierra
