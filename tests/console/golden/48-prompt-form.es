 cclite  Locuciones › welcome                     Dana Hill   en vivo  14:32:07
 ▌ Nombre corto   ‹ welcome                        ›
   Idioma         ‹ English                      ▼ ›
   Traducción de  ‹ ninguno                      ▼ ›
   Texto          ‹ to Northwind. For sales press 1, for support press 2.  ›
   Sonido subido  ‹                                ›

   [ Guardar ]   [ Descartar ]











────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para flujos, órdenes y direcciones


 Ctrl-S guardar  : órdenes  ? ayuda
