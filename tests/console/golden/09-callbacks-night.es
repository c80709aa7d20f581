 cclite  Devoluciones  Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
 Mías 3   Equipo 7   Atrasadas 1   Terminadas 2
   Hora       Falta  Quién          Número           Cola      Int.  Estado
 ▲ 14:20      -12 m  Hana Malá      +420602555118    Soporte…   2/3  reintento
 ▌–16:00       87 m  Marta Ibáñez   +34612555018     Ventas …   1/3  no es hora
 – 15:10       38 m  Brightline L…  +442079460311    Factura…   1/3  espera







── Marta Ibáñez ───────────────────── hora local 15:32, no antes de las 17:00 ──
 Pedida     dom 22 nov 11:02, el llamante, en un flujo
 Motivo     price for 50 seats, annual
 Número     +34612555018                Caduca     lun 23 nov 11:02
 Llama      Ana Nováková                Idioma     español

 Historial  …
── Para las próximas ocho horas ─────────────────────────────────────────── 3 ──
 14 ▁▁█▁   15 █▁▁▁   16 █▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁
 ▲ By the clock there nobody may be called now.
 Enter llamar ya  r cambiar la hora  t asumir  d descartar  Tab listas  ? ayuda
