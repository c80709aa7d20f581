 cclite  Buzón de voz                                            Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  dom 22 nov  14:32:07
 Todo │ Nuevos 4 │ Míos 1 │ Urgentes 1 │ Guardados │ Hechos │ Borrados │ Saludos
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama      Número         Buzón     Agente    Estado       Llamó al       Transcripción    N.º
 ● dom 22 nov 14:21      0:42  "Hana Mala"      +420602555118  Support   mío       nuevo        +442079460000  Dobrý den, t…     81
 ● dom 22 nov 13:58      1:15  "R PATEL"        +447700900300  Support             nuevo        +442079460000                    80
 ● dom 22 nov 13:40      0:08  oculto                          Sales es            nuevo        +442079460000                    79
 ◊ dom 22 nov 12:02      0:57  "Delta Freight"  +441614960102  Support             nuevo, urg…  +442079460000                    78
 ▌○dom 22 nov 11:20      0:33  +34612555018                    Sales es  Ben Car…  oído         +442079460000                    77
 ○ dom 22 nov 10:47      2:01  "Hill Dental"    +442079460877  Support             guardado     +442079460000                    76






















── +34612555018  dom 22 nov 11:20, español ───────────────────────────────────────────────────────────────────────────────── 0:33 ──
 llamante ▁▆█▆▃▆▆▁▅▇▁▁▁▁▁▁▁▁▄██▂▅▆▃▃▆▁▁▁▁▁▁▁▁▂▇█▄▂▆▅▁▃▁▁▁▁▁▁▁▁▄▅█▇▁▅▆▃▂▁▁▁▁▁▁▁▁▆▄▅█▆▁▅▆▃▁▁▁▁▁▁▁▁█▇▃▇▇▂▃▆▅▁▁▁▁▁▁▁▁▇█▄▅▇▅▁▆▇▁▁▁▁▁▁▁▁▅

 Número        +34612555018                                        Estado        oído
 Buzón         Sales es                                            Lo atiende    Ben Carter
 Nota          Wants a call after four


 6, no hay más

 l escuchar  c devolver llamada  k guardar  d hecho  e borrar  o asignar a  f reenviar  H historial  G saludos  Tab listas  ? ayuda
