 cclite  Buzones                   Dana Hill  administración  en vivo  14:32:07
 Buzones
────────────────────────────────────────────────────────────────────────────────
   Buzón▲          Nombre        Agente     Cola       Extensión     Cabe hasta
 ▌ ana             Ana Nováková  ana        –          –                     50
   support         Support       –          support-1  700                  100




── ana ──────────────────────────────────────────────────────────── versión 1 ──
 Nombre en español  –                    Fin tras silencio  0:06
 Nombre en checo    –                    Días que se guarda 90
 Equipo             –                    Recuperable, días  30
 Saludo             –                    La tecla 0 lleva a colgar
 ... nadie libre    –                    ... cuál           –
 ... cerrado        –                    Correo a           –
 ... festivo        –                    ... con el sonido  no
 Festivo desde      –                    ... en             English
 Festivo hasta      –                    ... zona horaria   –
 Mensaje más corto  0:01                 Webhook (HTTP)     –
 Mensaje más largo  2:00                 Quién recibe mens… todos los que lo o…

 a añadir  e editar  c copiar  d eliminar  / filtrar  : órdenes  ? ayuda
