 cclite  Contactos             Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
   Cuándo         Quien llama    Cola     Agente       Esp.  Hablado  Final
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ Enter   detalles                       Q       salir                         │
│ f       buscar                         Ctrl-L  redibujar                     │
│ l       sus grabaciones                M       mensajes                      │
│ m       sus mensajes                   Ctrl-T  vista simple                  │
│ L       traza SIP                      F12     ratón sí, no                  │
│ r       recargar                       F2      contestar  No suena nada.     │
│ /       filtrar                        F3      retener  No hay llamada.      │
│ n       siguiente coincidencia         F4      silenciar  No hay llamada.    │
│ N       coincidencia anterior          F5      transferir  No hay llamada.   │
│ |       columnas                       F7      teclado  No hay llamada.      │
│ ?       ayuda                          Alt-n   llamar a un número            │
│ :       órdenes                        F8      colgar  No hay llamada.       │
│ g       ir a                           F9      estado                        │
│ Esc     volver                         Alt-l   conectar el teléfono  Su telé…│
│ q       cerrar                                                               │
└──────────────────────────────────────────────────────────────────────────────┘
 6, no hay más

 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
