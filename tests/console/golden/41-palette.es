 cclite  Agente        Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 Cola           En cola  Espera   Lib.        NS Atendidas    31 Media      5:11
 Ventas EN            0       –      3 ●  86,4 % Perdidas      1 Hablado 2:14:50
 Venta┌─ Orden ────────────────────────────────────────────── 38 de 464 ─┐ 22:10
 Sopor│ : call                                                           │
 Factu│──────────────────────────────────────────────────────────────────│
      │ ▌ contestar                  F2          No suena nada.          │
── A l│   retener                    F3          No hay llamada.         │──────
 Sin l│   silenciar                  F4          No hay llamada.         │
 ● Col│   transferir                 F5          No hay llamada.         │
      │   teclado                    F7          No hay llamada.         │
── Rec│   llamar a un número         Alt-n       call dial               │──────
 14:22│   colgar                     F8          No hay llamada.         │so / …
 14:15│   completar la transferencia             No tiene ninguna consul…│et. 2×
 14:11│   conectar el teléfono       Alt-l       Su teléfono no es de lo…│maba
      │   volver con quien llama                 No tiene ninguna consul…│
      │                                                                  │
      └──────────────────────────────────────────────────────────────────┘




 ↑↓ elige   Tab completa   Enter ejecuta   Esc cierra
