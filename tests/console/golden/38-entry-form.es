 cclite  Números › reception                 Dana Hill   ▲ 1  en vivo  14:32:07
 ▌ Nombre corto  ‹ reception                            ›
   Número        ‹ 200                                  ›
   Troncal       ‹ prg-2                              ▼ ›
   Flujo         ‹ main                               ▼ ›
   Idioma        ‹ en                     ▼ ›














────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones

 Ctrl-S guardar  : órdenes  ? ayuda
