 cclite  Supervisión               Dana Hill  administración  en vivo  14:32:07
 Llam. 2  En espera 13  Antigua 3:52  NS 64,3 %  Agentes 1 0■ 1● 0○ 0◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 2 ──
   Estado      Tiempo  Agente      Quien llama       Cola            Esp.  Gr.
 ▌■HABLA         0:01              oculto                            0:00
 ◊ ESPERA ┌─ Ajustes ────────────────────────────────────────────────┐:00
          │ ▌   q  Colas                                             │
          │     e  Entradas                                          │
          │     t  Troncales                                         │
          │     p  Motivos de pausa                                  │
── 2 Agent│     d  Resultados                                        │───── 5 ──
   Agente │     r  Locuciones                                        │       NS
 ▌●Ana Nov│     u  Usuarios                                          │   61,7 %
 · Ben Car│     a  Agentes                                           │   78,8 %
          │     f  Teléfonos                                         │   86,4 %
          │     m  Equipos                                           │   83,9 %
          └──────────────────────────────────────────────────────────┘        –
                                      │
── 4 Alertas ────────────────────────────────────────────────────────────── 4 ──
 ▲ CRÍT.       Support Tier 1   11 en espera, máx. 3:52, NS 61,7 %
 ▲ CRÍT. 14:28 lon-1            el enlace troncal está caído
 ◊ AVISO       Support Tier 2   1 en espera, máx. 0:31, NS 78,8 %

 letra o Enter elige   Esc cierra
