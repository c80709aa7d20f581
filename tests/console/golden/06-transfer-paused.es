 cclite  Agente        Ana Nováková 2041  ■ EN LLAMADA 3:18   en vivo  14:32:07
── ► EN LLAMADA 3:18 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 r┌─ Transferir la llamada ────────────────────────────── 1 resultado ─┐
── El│ A        luc                                                       │─────
 llam│ Por qué                                                            │
 answ│────────────────────────────────────────────────────────────────────│
 ◊ lo│ ▌ agente    Lucie Dvořáková              ○ PAUSA            31:02  │
── Co│                                                                    │─────
 sáb │                                                                    │
 mié │                                                                    │esent
 vie │                                                                    │
── No│                                                                    │52 ──
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │ No libre: se le espera 30 s y después a cualquiera.                │
     └────────────────────────────────────────────────────────────────────┘


 Escriba notas. Esc sale de ellas; después las letras son teclas del teléfono.
 ◊ Lucie Dvořáková está en pausa. Enter otra vez transfiere la llamada.
 Enter transferir ya  F6 consultar antes  Tab decir por qué  Esc cerrar
