 cclite  Buzones                   Dana Hill  administración  en vivo  14:32:07
 Buzones
────────────────────────────────────────────────────────────────────────────────
   Buzón▲          Nombre        Agente     Cola       Extensión     Cabe hasta
 ▌ ana             Ana Nováková  ana        –          –                     50
   support         Support       –          support-1  700                  100






── ana ──────────────────────────────────────────────────────────── versión 1 ──
 Nombre en español  –                    Mensaje más corto  0:01
 Nombre en checo    –                    Mensaje más largo  2:00
 Equipo             –                    Silencio que lo a… 0:06
 Saludo             –                    Días que se guarda 90
 ... nadie libre    –                    Recuperable, días  30
 ... cerrado        –                    La tecla 0 lleva a colgar
 ... festivo        –                    ... cuál           –
 Festivo desde      –                    Quién recibe mens… todos los que lo o…
 Festivo hasta      –

 a añadir  e editar  c copiar  d eliminar  / filtrar  : órdenes  ? ayuda
