 cclite  Buzón de voz    Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
 Todo │ Nuevos 4 │ Míos 1 │ Urgentes 1 │ Guardados │ Hechos │ Borrados │ Saludos
────────────────────────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama      Buzón     Agente    Estado
 ● dom 22 nov 14:21      0:42  "Hana Mala"      Support   mío       nuevo
 ▌●dom 22 nov 13:58      1:15  "R PATEL"        Support             nuevo
 ● dom 22 nov 13:40      0:08  oculto           Sales es            nuevo
 ◊ dom 22 nov 12:02      0:57  "Delta Freight"  Support             nuevo, urg…
 ○ dom 2┌─ Quién lo atiende ───────────────────────────────────────────┐
 ○ dom 2│◊▌ Agente  ‹ Ben Carter                   ▼ ›                 │dado
        │   Nota    ‹                                                 ›│
        │                                                              │
        │   [ Asignar ]                                                │
── "R PA└──────────────────────────────────────────────────────────────┘ 1:15 ──
 llamante ▇▅█▂▆▁▁▁▁▃█▅▇▃▅▁▁▁▁▄█▅▇▃▁▁▁▁▁▅█▅▆▁▁▁▁▁▄▆█▄▆▁▁▁▁▁▆▃█▃▆▁▁▁▁▁▆▄█▂▆▁▁▁▁▁▇

 Número        +447700900300             Estado        nuevo
 Buzón         Support                   Lo atiende



 6, no hay más

 Las flechas eligen   Enter envía   Esc lo deja como está
