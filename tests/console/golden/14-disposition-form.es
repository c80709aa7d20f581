 cclite  Resultados › call-back    Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto       ‹ call-back                      ›
   Nombre             ‹ Call back                      ›
   Nombre en español  ‹ Volver a llamar                ›
   Nombre en checo    ‹ Zavolat zpět                   ›

   [ Guardar ]   [ Descartar ]












────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
