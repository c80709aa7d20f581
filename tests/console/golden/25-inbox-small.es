 cclite  Buzón de voz     bv 4  ● DISPONIBLE 1:12   en vivo
 Entrada │ Nuevos 4 │ Míos │ Urgentes 1 │ Guardados │ …
────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama     Estado
 ▌●dom 22 nov 14:21      0:42  "Hana Mala"     nuevo
 ● dom 22 nov 13:58      1:15  "R PATEL"       nuevo
 ● dom 22 nov 13:40      0:08  oculto          nuevo
── "Hana Mala"  dom 22 nov 14:21, cs ─────────────── 0:42 ──
 llamante ▆█▆▁▁▁▆▇█▅▁▁▁▄█▇▃▁▁▁▂█▇▄▁▁▁▄█▇▆▁▁▁▆█▆▆▁▁▁▆█▅▆▁▁▁▆

 Número        +420602555118   Estado        nuevo
 Buzón         Support         Lo atiende    mío

 6, no hay más

 l escuchar  c devolver llamada  d hecho  e borrar  ? ayuda
