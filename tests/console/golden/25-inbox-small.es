 cclite  Buzón de voz     bv 4  ● DISPONIBLE 1:12   en vivo
 Todo │ Nuevos 4 │ Míos 1 │ Urgentes 1 │ Guardados │ …
────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama      Estado
 ▌●dom 22 nov 14:21      0:42  "Hana Mala"      nuevo
 ● dom 22 nov 13:58      1:15  "R PATEL"        nuevo
 ● dom 22 nov 13:40      0:08  oculto           nuevo
 ◊ dom 22 nov 12:02      0:57  "Delta Freight"  nuevo, urg…
 ○ dom 22 nov 11:20      0:33  +34612555018     oído
 ○ dom 22 nov 10:47      2:01  "Hill Dental"    guardado



 6, no hay más

 l escuchar  c devolver llamada  d hecho  e borrar  ? ayuda
