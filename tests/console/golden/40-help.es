 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola            En cola  Espera Libres      SLA Atendidas    31 Media      5:11
 Ventas EN             0       –      3 ● 86,4 % Perdidas      1 Hablado 2:14:50
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ –          contestar  No suena nada.   q          cerrar                     │
│ –          retención  No hay ninguna … Q          salir                      │
│ –          silenciar  No hay ninguna … Ctrl-L     redibujar                  │
│ –          transferir  No hay ninguna… M          mensajes                   │
│ –          teclado  No hay ninguna ll… Ctrl-T     vista simple               │
│ –          colgar  No hay ninguna lla… F12        ratón sí, no               │
│ s          estado                                                            │
│ ?          ayuda                                                             │
│ :          órdenes                                                           │
│ g          ir a                                                              │
│ Esc        volver                                                            │
└──────────────────────────────────────────────────────────────────────────────┘




 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
