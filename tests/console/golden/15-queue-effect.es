 cclite  Colas › support-1         Dana Hill  administración  en vivo  14:32:07
   Nombre corto             ‹ support-1                      ›
   Nombre                   ‹ Support Tier 1                 ›
   Nombre en español        ‹ Soporte 1                      ›
   Nombre en checo          ‹ Podpora 1                      ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
◊  Máx. en espera           ‹ 60           ›
   Espera máx.              ‹ 10:00        ›
   Desbordamiento           ‹ cola                         ▼ ›
   Cola de desbordamiento   ‹ support-2                    ▼ ›
   Flujo de desbordamiento  ‹ ninguno                      ▼ ›
◊▌ Tiempo de timbre         ‹ 25s          ›
── Trabajo posterior ───────────────────────────────────────────────────────────
   Trabajo posterior        ‹ durante un tiempo            ▼ ›
   Tiempo de cierre         ‹ 1:00         ›
── Qué cambia al guardar ────────────────────────────────────────── 2 cambios ──
 Máx. en espera 40 → 60,  Tiempo de timbre 0:20 → 0:25
 Agentes: 14, con sesión: 14. Llamadas en espera: 11.
────────────────────────────────────────────────────────────────────────────────
 cuánto tiempo suena el teléfono de un agente


 Ctrl-S guardar  : órdenes  ? ayuda
