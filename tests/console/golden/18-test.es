 cclite  … › Prueba                Dana Hill  administración  en vivo  14:32:07
── Una llamada que nadie hace ──────────────────────────────────────────────────
 ▌ De                        ‹                          ›
   A                         ‹                          ›
   Troncal                   ‹ sin elegir             ▼ ›
   Día                       ‹                ›
   Hora                      ‹          ›
   Datos                     ‹                                              ›
   Espera en                 ‹ sin elegir             ▼ ›
   ... desde hace            ‹          ›
   Llamó hace (días)         ‹ -1       ›
   ... último agente         ‹ sin elegir             ▼ ›
   ... última cola           ‹ sin elegir             ▼ ›
   Idioma en la cola         ‹ English                ▼ ›
── Qué dice cada regla ─────────────────────────────────────────────────────────
   blocked              no se cumple           caller in blocked (+447700900123)
 ► vip                  la dirige              → cola support-1
   again                no preguntada
   long-wait            no preguntada
   support              no preguntada



 Ctrl-S preguntar  F6 reglas, llamada  F1 ayuda
