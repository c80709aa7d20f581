 cclite  Agente        Ana Nováková 2041  ■ EN LLAMADA 3:18   en vivo  14:32:07
── ► EN LLAMADA 3:18 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 r┌─ Transferir la llamada ───────────────────────────── 7 resultados ─┐
── El│ A                                                                  │─────
 llam│ Por qué                                                            │
 answ│────────────────────────────────────────────────────────────────────│
 ◊ lo│ ▌ agente    Priya Nair                   ● DISPONIBLE        1:12  │
── Co│   cola      Soporte nivel 2              3 libres de 8, 1 en cola  │─────
 sáb │   agente    Tom Becker                   ■ EN LLAMADA        4:02  │
 mié │   agente    Lucie Dvořáková              ○ PAUSA            31:02  │esent
 vie │   flujo     after-hours                                            │
── No│   agente    Sam Reed                     · FUERA          2:13:20  │52 ──
     │   cola      Ventas EN                    cerrada                   │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │ La llamada se entrega al momento; a usted le queda el cierre.      │
     └────────────────────────────────────────────────────────────────────┘


 Escriba notas. Esc sale de ellas; después las letras son teclas del teléfono.

 Enter transferir ya  F6 consultar antes  Tab decir por qué  Esc cerrar
