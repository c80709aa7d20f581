 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
 Venta┌─ Orden ───────────────────────────────────────────── 402 de 402 ─┐ 22:10
 Sopor│ :                                                                │
 Factu│──────────────────────────────────────────────────────────────────│
      │ ▌ sus mensajes               m           Esto se hace en los con…│
── A l│   llamar a un número         Alt-n       call dial               │──────
 Sin l│   contestar                  F2          No suena nada.          │
 ● Col│   retener                    F3          No hay llamada.         │
      │   silenciar                  F4          No hay llamada.         │
── Rec│   transferir                 F5          No hay llamada.         │──────
 14:22│   teclado                    F7          No hay llamada.         │so / …
 14:15│   colgar                     F8          No hay llamada.         │et. 2×
 14:11│   estado                     F9          state set               │maba
      │   completar la transferencia             No tiene ninguna consul…│
      │   Esto se hace en los contactos: g t.                            │
      └──────────────────────────────────────────────────────────────────┘




 ↑↓ elige   Tab completa   Enter ejecuta   Esc cierra
