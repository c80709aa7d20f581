 cclite  Contactos             Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ Enter   detalles                       Ctrl-L  redibujar                     │
│ f       buscar                         M       mensajes                      │
│ l       sus grabaciones                Ctrl-T  vista simple                  │
│ m       sus mensajes                   F12     ratón sí, no                  │
│ L       traza SIP                      F2      contestar  No suena nada.     │
│ r       recargar                       F3      retener  No hay llamada.      │
│ /       filtrar                        F4      silenciar  No hay llamada.    │
│ n       siguiente coincidencia         F5      transferir  No hay llamada.   │
│ N       coincidencia anterior          F7      teclado  No hay llamada.      │
│ |       columnas                       Alt-n   llamar a un número            │
│ ?       ayuda                          F8      colgar  No hay llamada.       │
│ :       órdenes                        F9      estado                        │
│ g       ir a                           Alt-l   conectar el teléfono          │
│ Esc     volver                                  Su teléfono no es de los que │
│ q       cerrar                                  permanecen conectados.       │
│ Q       salir                                                                │
└──────────────────────────────────────────────────────────────────────────────┘
 6, no hay más

 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
