 cclite  Buzones                   Dana Hill  administración  en vivo  14:32:07
 Buzones
────────────────────────────────────────────────────────────────────────────────
   Buzón▲          Nombre        Agente     Cola       Extensión     Cabe hasta
 ▌ ana             Ana Nováková  ana        –          –                     50
   support         Support       –          support-1  700                  100


── ana ──────────────────────────────────────────────────────────── versión 1 ──
 Nombre en español  –                    Recuperable, días  30
 Nombre en checo    –                    La tecla 0 lleva a colgar
 Equipo             –                    ... cuál           –
 Saludo             –                    Correo a           –
 ... nadie libre    –                    ... a sus oyentes  no
 ... cerrado        –                    ... con el sonido  no
 ... festivo        –                    ... en             English
 Festivo desde      –                    ... zona horaria   –
 Festivo hasta      –                    Webhook (HTTP)     –
 Mensaje más corto  0:01                 Reciben mensajes   todos los que lo o…
 Mensaje más largo  2:00                 Se pide el PIN     a teléfonos ajenos
 Fin tras silencio  0:06                 PIN incorrectos    0
 Días que se guarda 90                   ... lo bloquean    –

 a añadir  e editar  d eliminar  v grabar un saludo  p PIN nuevo  ? ayuda
