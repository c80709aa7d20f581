 cclite  Troncales                           Dana Hill   ▲ 1  en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Troncales │ Números │ Pausas │ Resultados
────────────────────────────────────────────────────────────────────────────────
   Nombre cor…  Dirección    Transporte   Canales      Saliente    Ahora
 ▌ prg-2        192.0.2.14…  udp          40           sí          0 llamadas









── prg-2 ───────────────────────────────────────────────────────────────────────
 Nombre corto       prg-2                Número mostrado    +420222555000
 Dirección          192.0.2.14:5061      Comprobación       30s
 Transporte         udp
 Canales            40
 Saliente           sí
 Prefijos           +420 +44
 Preferencia        1

 e editar  a añadir  d eliminar  m agentes  p contraseña  / filtrar  ? ayuda
