 cclite  Devoluciones  Ana Nováková 2041  ● DISPONIBLE 4:13   en vivo  14:32:08
 Mías 3   Equipo 7   Atrasadas 1   Terminadas 2
   Hora       Falta  Quién          Número           Cola      Int.  Estado
 ▌●11:02             Fenwick & Co   +442079460958    Ventas …   1/3  contestó
 ◊ 11:02             desconocido    +447700900777    Ventas …   3/3  no atendió








── Fenwick & Co ────────────────────────────── hora local 14:32, llamar 09–20 ──
 Pedida     dom 22 nov 11:02, anotada a mano
 Motivo
 Número     +442079460958
 Llama      Ana Nováková                Idioma     English
 Contacto   88300
 Historial  13:43 Ana Nováková, contestó 0:09
── Para las próximas ocho horas ─────────────────────────────────────────── 0 ──
 14 ▁▁▁▁   15 ▁▁▁▁   16 ▁▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 a añadir  Tab listas  / filtrar  : órdenes  ? ayuda
