 cclite  Buzón de voz    Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
 Todo │ Nuevos 4 │ Míos 1 │ Urgentes 1 │ Guardados │ Hechos │ Borrados │ Saludos
────────────────────────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama      Buzón     Agente    Estado
  xdom 22 nov 14:21      0:42  "Hana Mala"      Support   mío       nuevo
  xdom 22 nov 13:58      1:15  "R PATEL"        Support             nuevo
 ▌●dom 22 nov 13:40      0:08  oculto           Sales es            nuevo
 ◊ dom 22 nov 12:02      0:57  "Delta Freight"  Support             nuevo, urg…
 ○ dom 22 nov 11:20      0:33  +34612555018     Sales es  Ben Car…  oído
 ○ dom 22 nov 10:47      2:01  "Hill Dental"    Support             guardado



── oculto  dom 22 nov 13:40, English ─────────────────────────────────── 0:08 ──
 llamante █▅▇▃▆▁▁▁▁▁█▅▇▂▅▁▁▁▁▂█▄▆▂▃▁▁▁▁▃█▇▆▄▁▁▁▁▁▅█▆▆▄▁▁▁▁▇▅█▆▆▄▁▁▁▁▇▆█▅▆▄▁▁▁▁▇

 Número        oculto                    Estado        nuevo
 Buzón         Sales es                  Lo atiende



 2 mensajes marcados: k d w e o f actúan sobre todos. Esc quita las marcas.

 l escuchar  c devolver llamada  k guardar  d hecho  G saludos  ? ayuda
