 cclite  Usuarios                                 Dana Hill   en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Equipos
────────────────────────────────────────────────────────────────────────────────
   Usuario▲          Nombre            Rol             Equipo        Estado
 ▌ ana               Ana Nováková      agente          t1-east       ● activa
   ben               Ben Carter        agente          –             ● activa
   dana              Dana Hill         administración  –             ● activa
   eva               Eva Ruiz          supervisión     t1-east       ● activa
   old.temp          Temp 2025         agente          –             ○ inactiva











── ana ──────────────────────────────────────────────────────────── versión 4 ──
 Idioma             čeština              Cuenta local       –

 a añadir  e editar  c copiar  d eliminar  p contraseña  s sesiones  ? ayuda
