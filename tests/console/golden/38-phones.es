 cclite  Teléfonos                           Dana Hill   ▲ 1  en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Troncales │ Números │ Pausas │ Resultados
────────────────────────────────────────────────────────────────────────────────
   Nombre corto          Nombre                  Modo            Ahora
 ▌ 2041                  Desk 41                 on_demand       localizable
   2049                  Desk 49                 phone_rings     inaccesible








── 2041 ────────────────────────────────────────────────────────────────────────
 Nombre corto       2041
 Nombre             Desk 41
 Modo               on_demand





 e editar  a añadir  d eliminar  m agentes  p contraseña  / filtrar  ? ayuda
