 cclite  Colas › Nueva cola        Dana Hill  administración  en vivo  14:32:07
▲▌ Nombre corto             ‹ billing                        ›
                            Choose another name: this one is taken.
   Nombre                   ‹                                ›
   Nombre en español        ‹                                ›
   Nombre en checo          ‹                                ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
   Máx. en espera           ‹ 100          ›
   Espera máx.              ‹ 0s           ›
   Desbordamiento           ‹ colgar                       ▼ ›
   Cola de desbordamiento   ‹ ninguno                      ▼ ›
   Flujo de desbordamiento  ‹ ninguno                      ▼ ›
   Tiempo de timbre         ‹ 20s          ›
── Trabajo posterior ───────────────────────────────────────────────────────────
   Trabajo posterior        ‹ durante un tiempo            ▼ ›
   Tiempo de cierre         ‹ 30s          ›
   Más tiempo               ‹ 30s          ›
   Posterior, máximo        ‹ 5:00         ›
────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones

 ▲ The name is taken. Choose another name: this one is taken.
 Ctrl-S guardar  : órdenes  ? ayuda
