 cclite  Agente        Ana Nováková 2041  ■ EN LLAMADA 3:18   en vivo  14:32:07
── ► EN LLAMADA 3:18 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 r┌─ Transferir la llamada ───────────────────────────── 0 resultados ─┐
── El│ A        zzz                                                       │─────
 llam│ Por qué                                                            │
 answ│────────────────────────────────────────────────────────────────────│
 ◊ lo│   Nada se llama así.                                               │
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
 ◊ Nada se llama así.
 Enter transferir ya  F6 consultar antes  Tab decir por qué  Esc cerrar
