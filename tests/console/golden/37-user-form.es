 cclite  Usuarios › ana            Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre de acceso  ‹ ana                            ›
   Nombre            ‹ Ana Nováková                   ›
   Rol               ‹ agente                       ▼ ›
   Idioma            ‹ čeština                      ▼ ›
   Activo            [x]
   Cuenta local      ‹ -1           ›
   Equipo            ‹ t1-east                      ▼ ›
   Correo a          ‹                                                        ›
   ... zona horaria  ‹                                ›

   [ Guardar ]   [ Descartar ]







────────────────────────────────────────────────────────────────────────────────
 el nombre con el que se inicia sesión


 Ctrl-S guardar  F1 ayuda
