 cclite  Buzones › ana             Dana Hill  administración  en vivo  14:32:07
 Generales │ Saludos │ Mensajes │ Distribución │ Envío │ Por teléfono
 ▌ Nombre corto        ‹ ana                            ›
   Nombre              ‹ Ana Nováková                   ›
   Nombre en español   ‹                                ›
   Nombre en checo     ‹                                ›
   Agente              ‹ ana                          ▼ ›
   Cola                ‹ sin elegir                   ▼ ›
   Equipo              ‹ sin elegir                   ▼ ›
   Extensión           ‹                                ›
── Saludos ─────────────────────────────────────────────────────────────────────
   Saludo              ‹ sin elegir                   ▼ ›
   ... nadie libre     ‹ sin elegir                   ▼ ›
   ... cerrado         ‹ sin elegir                   ▼ ›
   ... festivo         ‹ sin elegir                   ▼ ›
   Festivo desde       ‹                                ›
   Festivo hasta       ‹                                ›
   Saludo desde        ‹                                ›
   Saludo hasta        ‹                                ›
────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
