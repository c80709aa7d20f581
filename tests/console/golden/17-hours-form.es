 cclite  Horario › madrid          Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto  ‹ madrid                         ›
   Nombre        ‹ Madrid office                  ›
   Zona horaria  ‹ Europe/Madrid                  ›
   Horario       ‹ mon-fri 09:00-14:00 16:00-19:00                        ›
   Festivos      ‹ 01-01, 01-06, easter-2, 05-01, 12-25                   ›
   Más festivos  ‹                                                        ›

   [ Guardar ]   [ Descartar ]










────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para condiciones y órdenes


 Ctrl-S guardar  F1 ayuda
