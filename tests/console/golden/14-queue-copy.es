 cclite  Colas › Nueva cola        Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto             ‹ billing-2                      ›
   Nombre                   ‹ Billing                        ›
   Nombre en español        ‹ Facturación                    ›
   Nombre en checo          ‹ Fakturace                      ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
   Máx. en espera           ‹ 40           ›
   Espera máx.              ‹ 10:00        ›
   Desbordamiento           ‹ colgar                       ▼ ›
   Cola de desbordamiento   ‹ ninguno                      ▼ ›
   Flujo de desbordamiento  ‹ ninguno                      ▼ ›
   Tiempo de timbre         ‹ 20s          ›
── Trabajo posterior ───────────────────────────────────────────────────────────
   Trabajo posterior        ‹ durante un tiempo            ▼ ›
   Tiempo de cierre         ‹ 1:00         ›
   Más tiempo               ‹ 30s          ›
   Posterior, máximo        ‹ 5:00         ›
── Descanso tras una oferta ────────────────────────────────────────────────────
────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  : órdenes  ? ayuda
