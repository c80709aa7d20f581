 cclite  Agentes › ana             Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto    ‹ ana                            ›
   Nombre          ‹ Ana Nováková                   ›
   Usuario         ‹ ana                          ▼ ›
   Teléfono        ‹ 2041                         ▼ ›
   Equipo          ‹ t1-east                      ▼ ›
   Puede llamar a  ‹                                ›
   Extensión       ‹                                ›

   [ Guardar ]   [ Descartar ]









────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
