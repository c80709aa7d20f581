 cclite  Equipos › t1-east         Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto       ‹ t1-east                        ›
   Nombre             ‹ T1 East                        ›
   Nombre en español  ‹ N1 Este                        ›
   Nombre en checo    ‹ P1 východ                      ›

   [ Guardar ]   [ Descartar ]












────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
