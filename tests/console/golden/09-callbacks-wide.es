 cclite  Devoluciones                                          Ana Nováková 2041  ● DISPONIBLE 4:13   en vivo  dom 22 nov  14:32:08
 Mías 3   Equipo 7   Atrasadas 1   Terminadas 2
   Hora           Falta  Quién                  Número             Cola            Int.  Estado             Motivo
 ▌▲14:20          -12 m  Hana Malá              +420602555118      Soporte nive…    2/3  reintento          quota reset
 – ya                    Delta Freight          +441614960102      Facturación      1/3  en cola            dup charge
 – 14:40            7 m  Marta Ibáñez           +34612555018       Ventas ES        1/3  espera             price for 50 seats, an…
 – 15:10           37 m  Brightline Ltd         +442079460311      Facturación      1/3  espera             invoice 88412
 – 15:30           57 m  Oskar Lindqvist        +46705550120       Soporte nive…    0/3  espera             2FA device
 – 16:00           87 m  desconocido            +420720555907      Soporte nive…    2/3  reintento
 ► 14:32            0 m  J. Okafor              +447700900123      Soporte nive…    0/3  adelantada






















── Hana Malá ───────────────────────────────────────────────────────────────────────────────────── hora local 15:32, llamar 09–20 ──
 Pedida     dom 22 nov 11:02, anotada a mano
 Motivo     quota reset
 Número     +420602555118                                         Caduca     lun 23 nov 11:02
 Llama      Ana Nováková                                          Idioma     čeština

 Historial  14:11 Ana Nováková, sin respuesta 0:25 │ 12:20 adelantada, comunicando
── Para las próximas ocho horas ─────────────────────────────────────────────────────────────────────────────────────────────── 7 ──
 14 ▁▁█▁   15 ▂▁▂▁   16 ▂▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 Enter llamar ya  r cambiar la hora  t asumir  d descartar  a añadir  Tab listas  / filtrar  : órdenes  ? ayuda
