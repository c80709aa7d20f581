 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
 Ventas ES            0       –      1 ● 100,0 %                 Cierre    22:10
┌─ Teclas aquí ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a          contestar  No suena nada.   :          órdenes                    │
│ h          retener  No hay ninguna ll… g          ir a                       │
│ m          silenciar  No hay ninguna … Esc        volver                     │
│ x          transferir  No hay ninguna… q          cerrar                     │
│ d          teclado  No hay ninguna ll… Q          salir                      │
│ n          llamar a un número          Ctrl-L     redibujar                  │
│ k          colgar  No hay ninguna lla… M          mensajes                   │
│ s          estado                      Ctrl-T     vista simple               │
│ ?          ayuda                       F12        ratón sí, no               │
└──────────────────────────────────────────────────────────────────────────────┘





 escriba para buscar   ↑↓ desplaza   Enter ejecuta la única   Esc cierra
