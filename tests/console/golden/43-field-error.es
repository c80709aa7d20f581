 cclite  Colas › Nueva cola        Dana Hill  administración  en vivo  14:32:07
 Generales │ Distribución │ Cierre │ Descanso tras una oferta │ …
▲▌ Nombre corto             ‹ billing                        ›
                            Choose another name: this one is taken.
   Nombre                   ‹                                ›
   Nombre en español        ‹                                ›
   Nombre en checo          ‹                                ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
   Exige habilidades        ‹                                                  ›
   Uno más tras             ‹ 10s          ›
   Peso                     ‹ 10           ›
   Mismo agente, días       ‹ 0            ›
   ... de otras colas       [ ]
   ... espera durante       ‹ 30s          ›
   Máx. en espera           ‹ 100          ›
   ... reabre bajo          ‹ 0            ›
   Espera máx.              ‹ 0s           ›
   Desbordamiento           ‹ colgar                       ▼ ›
────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones

 ▲ The name is taken. Choose another name: this one is taken.
 Ctrl-S guardar  PgDn pestaña siguiente  Ctrl-G historial  F1 ayuda
