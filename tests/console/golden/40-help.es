 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola            En cola  Espera Libres      SLA Atendidas    31 Media      5:11
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a          contestar  No suena nada.   Ctrl-L     redibujar                  │
│ h          retener  No hay ninguna ll… M          mensajes                   │
│ m          silenciar  No hay ninguna … Ctrl-T     vista simple               │
│ x          transferir  No hay ninguna… F12        ratón sí, no               │
│ d          teclado  No hay ninguna ll…                                       │
│ k          colgar  No hay ninguna lla…                                       │
│ s          estado                                                            │
│ ?          ayuda                                                             │
│ :          órdenes                                                           │
│ g          ir a                                                              │
│ Esc        volver                                                            │
│ q          cerrar                                                            │
│ Q          salir                                                             │
└──────────────────────────────────────────────────────────────────────────────┘



 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
