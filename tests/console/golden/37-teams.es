 cclite  Equipos                   Dana Hill  administración  en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Equipos │ Habilidades
────────────────────────────────────────────────────────────────────────────────
   Equipo▲                           Nombre
 ▌ t1-east                           T1 East















── t1-east ──────────────────────────────────────────────────────── versión 1 ──
 Nombre en español  N1 Este              Nombre en checo    P1 východ

 a añadir  e editar  c copiar  d eliminar  Tab listas  / filtrar  ? ayuda
