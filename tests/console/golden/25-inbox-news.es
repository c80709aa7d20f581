 cclite  Buzón de voz    Eva Ruiz   bv 5  ● DISPONIBLE 1:12   en vivo  14:32:07
 Todo │ Nuevos 5 │ Míos 1 │ Urgentes 1 │ Guardados │ Hechos │ Borrados │ Saludos
────────────────────────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama      Buzón     Agente    Estado
 ● dom 22 nov 14:32      0:11  +34612555018     Sales es            nuevo
 ● dom 22 nov 14:21      0:42  "Hana Mala"      Support   mío       nuevo
 ● dom 22 nov 13:58      1:15  "R PATEL"        Support             nuevo
 ● dom 22 nov 13:40      0:08  oculto           Sales es            nuevo
 ◊ dom 22 nov 12:02      0:57  "Delta Freight"  Support             nuevo, urg…
 ▌○dom 22 nov 11:20      0:33  +34612555018     Sales es  Ben Car…  oído
 ○ dom 22 nov 10:47      2:01  "Hill Dental"    Support             guardado


── +34612555018  dom 22 nov 11:20, español ───────────────────────────── 0:33 ──
 llamante ▆█▅▆▅▇▁▁▁▁▇█▅▆▆▁▁▁▁▁▇█▅▆▃▁▁▁▁▄▅█▂▆▂▁▁▁▁▆▅█▂▆▁▁▁▁▁█▅▇▃▆▃▁▁▁▁█▅▇▃▇▁▁▁▁▅

 Número        +34612555018              Estado        oído
 Buzón         Sales es                  Lo atiende    Ben Carter
 Nota          Wants a call after four


 7, no hay más
 ● Mensaje nuevo en Sales es. g v lo muestra.
 l escuchar  c devolver llamada  k guardar  d hecho  G saludos  ? ayuda
