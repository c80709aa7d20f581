 cclite  Colas › Nueva cola        Dana Hill  administración  en vivo  14:32:07
 Generales │ Distribución │ Cierre │ Descanso tras una oferta │ …
 ▌ Nombre corto             ‹ billing-2                      ›
   Nombre                   ‹ Billing                        ›
   Nombre en español        ‹ Facturación                    ›
   Nombre en checo          ‹ Fakturace                      ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
   Exige habilidades        ‹                                                  ›
   Uno más tras             ‹ 10s          ›
   Peso                     ‹ 10           ›
   Mismo agente, días       ‹ 0            ›
   ... de otras colas       [ ]
   ... espera durante       ‹ 30s          ›
   Máx. en espera           ‹ 40           ›
   ... reabre bajo          ‹ 0            ›
   Espera máx.              ‹ 10:00        ›
   Desbordamiento           ‹ colgar                       ▼ ›
   Cola de desbordamiento   ‹ sin elegir                   ▼ ›
────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  PgDn pestaña siguiente  Ctrl-G historial  F1 ayuda
