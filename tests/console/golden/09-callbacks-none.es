 cclite  Devoluciones  Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
 Mías 0   Equipo 0   Atrasadas 0   Terminadas 0
   Hora       Falta  Quién          Número           Cola      Int.  Estado

 Nadie espera que usted le devuelva la llamada.








── Selección ───────────────────────────────────────────────────────────────────






── Para las próximas ocho horas ─────────────────────────────────────────── 0 ──
 14 ▁▁▁▁   15 ▁▁▁▁   16 ▁▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 a añadir  Tab listas  / filtrar  : órdenes  ? ayuda
