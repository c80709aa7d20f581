 cclite  Usuarios                            Dana Hill   ▲ 1  en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Troncales │ Números │ Pausas │ Resultados
────────────────────────────────────────────────────────────────────────────────
   Nombre cor…  Nombre       Rol          Idioma       Activo      Ahora
   eva          Eva Ruiz     supervisor   es           sí
 ▌ dana         Dana Hill    admin        en           sí
   ben.carter   Ben Carter   agente       en           sí
   old.temp     Temp 2025    agente       cs           no






── dana ────────────────────────────────────────────────────────────────────────
 Nombre corto       dana
 Nombre             Dana Hill
 Rol                admin
 Idioma             en
 Activo             sí
 Cuenta local       1000
 Equipo             –

 e editar  a añadir  d eliminar  m agentes  p contraseña  / filtrar  ? ayuda
