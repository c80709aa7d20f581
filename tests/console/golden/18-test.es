 cclite  … › Prueba                Dana Hill  administración  en vivo  14:32:07
── Llamada de prueba ───────────────────────────────────────────────────────────
 ▌ De                        ‹                          ›
   A                         ‹                          ›
   Troncal                   ‹ ninguno                ▼ ›
   Datos                     ‹                                              ›
   Llamó hace (días)         ‹ -1       ›
   ... o como el contacto    ‹              ›
   También las desactivadas  [ ]

── Qué dice cada regla ─────────────────────────────────────────────────────────
   blocked              no se cumple           caller in blocked (+447700900123)
 ► vip                  la dirige              → cola support-1
   again                sin evaluar
   long-wait            sin evaluar
   support              sin evaluar







 Ctrl-S probar  : órdenes  ? ayuda
