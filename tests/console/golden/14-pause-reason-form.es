 cclite  Motivos de pausa › lunch  Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto       ‹ lunch                          ›
   Nombre             ‹ Lunch                          ›
   Nombre en español  ‹ Comida                         ›
   Nombre en checo    ‹ Oběd                           ›
   Productivo         [ ]
   Letra              ‹ l                              ›
   Permitido al día   ‹ 30:00        ›

   [ Guardar ]   [ Descartar ]









────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
