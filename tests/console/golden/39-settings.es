 cclite  Supervisión        Dana Hill  administración  ▲2 ◊2  en vivo  14:32:07
 Llam. 2  En espera 13  Antigua 3:52  NS 64,3 %  Agentes 1 0■ 1● 0○ 0◊
── 1 Llama┌─ Ajustes ────────────────────────────────────────────────┐───── 2 ──
   Estado │ ▌   q  Colas                                             │sp.  Gr.
 ▌■HABLA  │     e  Entradas                                          │:00
 ◊ ESPERA │     t  Troncales                                         │:00
          │     p  Motivos de pausa                                  │
          │     d  Resultados                                        │
          │     r  Locuciones                                        │
          │     b  Buzones                                           │
── 2 Agent│     w  Salidas                                           │───── 5 ──
   Agente │     k  Consultas                                         │       NS
 ▌●Ana Nov│     o  Rutas                                             │   61,7 %
 · Ben Car│     c  Topes                                             │   78,8 %
          │     u  Usuarios                                          │   86,4 %
          │     a  Agentes                                           │   83,9 %
          │     f  Teléfonos                                         │        –
          │     m  Equipos                                           │
── 4 Alert│     s  Habilidades                                       │───── 4 ──
 ▲ CRÍT.  └──────────────────────────────────────────────────────────┘
 ▲ CRÍT. 14:28 lon-1            el enlace troncal está caído: avisa de fallo 503
 ◊ AVISO       Support Tier 2   1 en espera, máx. 0:31, NS 78,8 %

 letra o Enter elige   Esc cierra
