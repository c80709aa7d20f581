 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a          contestar  No suena nada.   M          mensajes                   │
│ h          retener  No hay ninguna ll… Ctrl-T     vista simple               │
│ m          silenciar  No hay ninguna … F12        ratón sí, no               │
│ x          transferir  No hay ninguna…                                       │
│ d          teclado  No hay ninguna ll…                                       │
│ k          colgar  No hay ninguna lla…                                       │
│ s          estado                                                            │
│ ?          ayuda                                                             │
│ :          órdenes                                                           │
│ g          ir a                                                              │
│ Esc        volver                                                            │
│ q          cerrar                                                            │
│ Q          salir                                                             │
│ Ctrl-L     redibujar                                                         │
└──────────────────────────────────────────────────────────────────────────────┘



 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
