 cclite  Teléfonos › 2041          Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto     ‹ 2041                           ›
   Nombre           ‹ Desk 12                        ›
   Quién descuelga  ‹ el teléfono solo             ▼ ›
   Línea externa    ‹                                ›
   SRTP             ‹ nunca                        ▼ ›

   [ Guardar ]   [ Descartar ]











────────────────────────────────────────────────────────────────────────────────
 el nombre con el que se registra, que es también el usuario SIP


 Ctrl-S guardar  F1 ayuda
