 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a       contestar  No suena nada.      Esc     volver                        │
│ h       retener  No hay llamada.       q       cerrar                        │
│ m       silenciar  No hay llamada.     Q       salir                         │
│ x       transferir  No hay llamada.    Ctrl-L  redibujar                     │
│ d       teclado  No hay llamada.       M       mensajes                      │
│ n       llamar a un número             Ctrl-T  vista simple                  │
│ k       colgar  No hay llamada.        F12     ratón sí, no                  │
│ s       estado                         Alt-l   conectar el teléfono          │
│ ?       ayuda                                   Su teléfono no es de los que │
│ :       órdenes                                 permanecen conectados.       │
│ g       ir a                                                                 │
└──────────────────────────────────────────────────────────────────────────────┘




 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
