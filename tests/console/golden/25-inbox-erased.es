 cclite  Buzón de voz    Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
 Todo │ Nuevos 4 │ Míos 1 │ Urgentes 1 │ Guardados │ Hechos │ Borrados │ Saludos
────────────────────────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama      Buzón     Agente    Estado
 ▌○dom 22 nov 08:05      0:15  +447700900145    Support             borrado








── +447700900145  dom 22 nov 08:05, English ──────────────────────────── 0:15 ──
 llamante ▇▅█▂▆▁▁▁▁▃█▅▇▃▅▁▁▁▁▄█▅▇▃▁▁▁▁▁▅█▅▆▁▁▁▁▁▄▆█▄▆▁▁▁▁▁▆▃█▃▆▁▁▁▁▁▆▄█▂▆▁▁▁▁▁▇

 Número        +447700900145             Estado        borrado
 Buzón         Support                   Lo atiende



 1, no hay más
 ● 1 mensaje borrado. u lo recupera.
 l escuchar  c devolver llamada  k guardar  d hecho  G saludos  ? ayuda
