 cclite  Colas › support-2         Dana Hill  administración  en vivo  14:32:07
 Generales │ Distribución │ Cierre │ Descanso tras una oferta │ …
 ▌ Nombre corto             ‹ support-2                      ›
   Nombre                   ‹ Support Tier 2                 ›
   Nombre en español        ‹ Soporte 2                      ›
   Nombre en checo          ‹ Podpora 2                      ›
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
