 cclite  Horario                   Dana Hill  administración  en vivo  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
────────────────────────────────────────────────────────────────────────────────
   Calendario▲     Horario                   Zona             Festivos
 ▌ always          –                         UTC              –
   madrid          mon-fri 09:00-14:00 16:…  Europe/Madrid    01-01, 01-06, ea…














── always ───────────────────────────────────────────────────────── versión 1 ──
 Nombre             –                    Más festivos       –

 a añadir  e editar  c copiar  d eliminar  Tab listas  i importar  ? ayuda
