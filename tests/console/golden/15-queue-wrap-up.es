 cclite  Colas › support-2         Dana Hill  administración  en vivo  14:32:07
 Generales │ Distribución │ Cierre │ Descanso tras una oferta │ …
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
   Flujo de desbordamiento  ‹ sin elegir                   ▼ ›
   Tiempo de timbre         ‹ 20s          ›
── Cierre ──────────────────────────────────────────────────────────────────────
 ▌ Cierre                   ‹ durante un tiempo            ▼ ›
────────────────────────────────────────────────────────────────────────────────
 el cierre: none, ninguno; optional, hasta que el agente lo termine;
 optional_timed, lo mismo, pero como máximo un tiempo; mandatory_timed, durante
 un tiempo, menos solo con un resultado; o mandatory_manual, hasta que se ponga
 un resultado

 Ctrl-S guardar  PgDn pestaña siguiente  Ctrl-G historial  : órdenes  ? ayuda
