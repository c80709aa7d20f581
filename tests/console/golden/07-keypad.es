 cclite  Agente        Ana Nováková 2041  ■ EN LLAMADA 3:18   en vivo  14:32:07
── ► EN LLAMADA 3:18 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 retener  F4 silenciar  F7 teclado  F5 transferir  F8 colgar
── El camino hasta aquí ────────────────────────────────────────────────────────
 llamó al +442079460311   esperó 2:09
 answer › language [1] › technical [3] › support
 ◊ login l┌─ Teclado ────────────────────────────────────────────────┐
── Contact│ 1 2 3   enviado 409#.                                    │──────────
 sáb 21 no│ 4 5 6                                                    │ sent
 mié 18 no│ 7 8 9   Lo que teclee se envía al momento.               │301 resent
 vie 13 no│ * 0 #   No se guardan. Tab: guardarlas                   │
── Notas ─│                                                          │ra 3:52 ──
          │                                                          │
          └──────────────────────────────────────────────────────────┘






 Escriba notas. Esc sale de ellas; después las letras son teclas del teléfono.

 Esc cerrar
