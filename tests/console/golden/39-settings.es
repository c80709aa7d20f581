 cclite  Supervisión        Dana Hill  administración  ▲2 ◊2  en vivo  14:32:07
 Llam. 2  En espera 13  Antigua 3:52  NS 64,3 %  Agentes 1 0■ 1● 0○ 0◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 2 ──
   Estado ┌─ Ajustes ────────────────────────────────────────────────┐sp.  Gr.
 ▌■HABLA  │ ▌   q  Colas                                             │:00
 ◊ ESPERA │     e  Entradas                                          │:00
          │     t  Troncales                                         │
          │     p  Motivos de pausa                                  │
          │     d  Resultados                                        │
          │     r  Locuciones                                        │
── 2 Agent│     w  Salidas                                           │───── 5 ──
   Agente │     o  Rutas                                             │       NS
 ▌●Ana Nov│     c  Topes                                             │   61,7 %
 · Ben Car│     u  Usuarios                                          │   78,8 %
          │     a  Agentes                                           │   86,4 %
          │     f  Teléfonos                                         │   83,9 %
          │     m  Equipos                                           │        –
          │     s  Habilidades                                       │
── 4 Alert└──────────────────────────────────────────────────────────┘───── 4 ──
 ▲ CRÍT.       Support Tier 1   11 en espera, máx. 3:52, NS 61,7 %
 ▲ CRÍT. 14:28 lon-1            el enlace troncal está caído: avisa de fallo 503
 ◊ AVISO       Support Tier 2   1 en espera, máx. 0:31, NS 78,8 %

 letra o Enter elige   Esc cierra
