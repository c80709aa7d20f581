 cclite  Colas › billing           Dana Hill  administración  en vivo  14:32:07
   Nombre corto             ‹ billing                        ›
   Nombre                   ‹ Billing                        ›
   Nombre en español        ‹ Facturación                    ›
   Nombre en checo          ‹ Fakturace                      ›
── Distribución ────────────────────────────────────────────────────────────────
   Estrategia               ‹ más tiempo libre             ▼ ›
◊  Habilidades exigidas     ‹ 5                                                ›
▲▌ Uno más tras             ‹ 0s           ›
                            Indique una duración de 1 a 120 segundos, como 90, …
▲  Peso                     ‹ 0            ›
                            Indique un número entero de 1 a 100.
   Mismo agente, días       ‹ 0            ›
   ... de cualquier cola    [ ]
   ... espera durante       ‹ 0s           ›
   Máx. en espera           ‹ 40           ›
── Qué cambia al guardar ─────────────────────────────────────────── 1 cambio ──
 Habilidades exigidas – → 5
 Agentes: 9, con sesión: 9. Llamadas en espera: 1.
────────────────────────────────────────────────────────────────────────────────
 con ring_progressively: tras este tiempo se llama a un agente más

 ◊ Sin guardar: revise los campos marcados.
 Ctrl-S guardar  : órdenes  ? ayuda
