 cclite  Colas › support-1         Dana Hill  administración  en vivo  14:32:07
 Generales │ Distribución │ Cierre │ Descanso tras una oferta │ …
   Peso                     ‹ 10           ›
   Mismo agente, días       ‹ 0            ›
   ... de otras colas       [ ]
   ... espera durante       ‹ 30s          ›
   Máx. en espera           ‹ 40           ›
   ... reabre bajo          ‹ 0            ›
   Espera máx.              ‹ 10:00        ›
   Desbordamiento           ‹ cola                         ▼ ›
   Cola de desbordamiento   ‹ support-2                    ▼ ›
   Flujo de desbordamiento  ‹ sin elegir                   ▼ ›
◊  Tiempo de timbre         ‹ 60           ›
── Cierre ──────────────────────────────────────────────────────────────────────
   Cierre                   ‹ durante un tiempo            ▼ ›
◊▌ Tiempo de cierre         ‹ 25s          ›
── Qué cambia al guardar ────────────────────────────────────────── 2 cambios ──
 Tiempo de timbre 0:20 → 1:00,  Tiempo de cierre 1:00 → 0:25
 Agentes: 14, con sesión: 14. Llamadas en espera: 11.
────────────────────────────────────────────────────────────────────────────────
 cuánto dura el cierre con tiempo fijado


 Ctrl-S guardar  PgDn pestaña siguiente  Ctrl-G historial  F1 ayuda
