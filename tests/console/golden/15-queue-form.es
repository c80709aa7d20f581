 cclite  Colas › support-2         Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto             ‹ support-2                      ›
   Nombre                   ‹ Support Tier 2                 ›
   Nombre en español        ‹ Soporte 2                      ›
   Nombre en checo          ‹ Podpora 2                      ›
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
