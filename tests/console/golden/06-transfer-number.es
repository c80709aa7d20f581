 cclite  Agente        Ana Nováková 2041  ■ EN LLAMADA 3:18   en vivo  14:32:07
── ► EN LLAMADA 3:18 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 r┌─ Transferir la llamada ────────────────────────────── 1 resultado ─┐
── El│ A        +44 770                                                   │─────
 llam│ Por qué  duty mobile                                               │
 answ│────────────────────────────────────────────────────────────────────│
 ◊ lo│ ▌ número    +44 770                                                │
── Co│                                                                    │─────
 sáb │                                                                    │
 mié │                                                                    │esent
 vie │                                                                    │
── No│                                                                    │52 ──
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │ La llamada se entrega al momento; a usted le queda el cierre.      │
     └────────────────────────────────────────────────────────────────────┘


 Escriba notas. Esc sale de ellas; después las letras son teclas del teléfono.

 Enter transferir ya  F6 consultar antes  Tab decir por qué  Esc cerrar
