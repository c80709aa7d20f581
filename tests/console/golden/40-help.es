 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a       contestar  No suena nada.      g       ir a                          │
│ h       retener  No hay llamada.       Esc     volver                        │
│ m       silenciar  No hay llamada.     q       cerrar                        │
│ x       transferir  No hay llamada.    Q       salir                         │
│ d       teclado  No hay llamada.       Ctrl-L  redibujar                     │
│ n       llamar a un número             M       mensajes                      │
│ k       colgar  No hay llamada.        Ctrl-T  vista simple                  │
│ s       estado                         F12     ratón sí, no                  │
│ ?       ayuda                          Alt-l   conectar el teléfono  Su telé…│
│ :       órdenes                                                              │
└──────────────────────────────────────────────────────────────────────────────┘





 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
