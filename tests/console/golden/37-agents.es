 cclite  Agentes                   Dana Hill  administración  en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Equipos │ Habilidades
────────────────────────────────────────────────────────────────────────────────
   Agente▲           Nombre                Usuario       Teléfono    Equipo
 ▌ ana               Ana Nováková          ana           2041        t1-east
   ben               Ben Carter            ben           2042        –














── ana ──────────────────────────────────────────────────────────── versión 2 ──
 Puede llamar a     –                    Extensión          –

 a añadir  e editar  c copiar  d eliminar  Tab listas  / filtrar  ? ayuda
