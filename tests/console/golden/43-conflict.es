 cclite  Colas › billing           Dana Hill  administración  en vivo  14:32:07
   Nombre corto             ‹ billing                        ›
   Nombre                   ‹ Billing                        ›
   Nombre en español        ‹ Facturación                    ›
   Nombre en checo          ‹ Fakturace                      ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
   Habilidades exigidas     ‹                                                  ›
   Uno más tras             ‹ 10s          ›
   Peso                     ‹ 10           ›
   Mismo agente, días       ‹ 0            ›
   ... de cualquier cola    [ ]
   ... espera durante       ‹ 30s          ›
◊▌ Máx. en espera           ‹ 405          ›
   Espera máx.              ‹ 10:00        ›
   Desbordamiento           ‹ colgar                       ▼ ›
── Qué cambia al guardar ─────────────────────────────────────────── 1 cambio ──
 Máx. en espera 40 → 405
 Agentes: 9, con sesión: 9. Llamadas en espera: 1.
────────────────────────────────────────────────────────────────────────────────
 cuántos pueden esperar; al siguiente no se le admite en la cola

 ▲ Protocol error
 Ctrl-S guardar  : órdenes  ? ayuda
