 cclite  Locuciones › welcome      Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto   ‹ welcome                        ›
   Idioma         ‹ English                      ▼ ›
   Traducción de  ‹ sin elegir                   ▼ ›
   Texto          ‹ Welcome to Northwind. For sales press 1, for support p ›
   Sonido subido  ‹                                ›

   [ Guardar ]   [ Descartar ]











────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para flujos, órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
