 cclite  Colas › support-1         Dana Hill  administración  en vivo  14:32:07
 Generales │ Distribución │ Cierre │ Descanso tras una oferta │ …
   Nombre corto             ‹ support-1                      ›
   Nombre                   ‹ Support Tier 1                 ›
   Nombre en español        ‹ Soporte 1                      ›
   Nombre en checo          ‹ Podpora 1                      ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
◊  Exige habilidades        ‹ 60                                               ›
   Uno más tras             ‹ 10s          ›
   Peso                     ‹ 10           ›
   Mismo agente, días       ‹ 0            ›
 ▌ ... de otras colas       [ ]
   ... espera durante       ‹ 30s          ›
   Máx. en espera           ‹ 40           ›
   Espera máx.              ‹ 10:00        ›
── Qué cambia al guardar ─────────────────────────────────────────── 1 cambio ──
 Exige habilidades – → 60
 Agentes: 14, con sesión: 14. Llamadas en espera: 11.
────────────────────────────────────────────────────────────────────────────────
 ... sea cual sea la cola de aquella llamada; si no, solo de esta

 ● s no hace nada aquí. ? muestra las teclas.
 Ctrl-S guardar  PgDn pestaña siguiente  Ctrl-G historial  : órdenes  ? ayuda
