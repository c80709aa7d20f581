 cclite  Colas › support-1         Dana Hill  administración  en vivo  14:32:07
 En cola  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 ahora, 12 como máximo en 2 h
── Quién espera ────────────────────────────────────────────────────────────────
   Puesto  Quien llama                  Esp.  Prioridad  Agente        Sigue en
 ▌      1  +34600123456  Jana Q.        0:40         10                    9:20
        2  +442079460958  J OKAFOR      3:32         50                    6:28
        3  +420777000111                1:35   50 +1:40  Petr Dvoř…        8:25
        4  +447700900123                3:00         50  ▲ Ana Nov…        7:00
        5  devol.:┌─ Retirar hacia dónde ────────────────────┐                –
                  │ ▌      Support Tier 2      cola          │
                  │        Billing             cerrada       │
── Por qué aún no │        Ana Nováková        agente        │──────────────────
 a Ana Nováková le│        Ben Carter          FUERA         │0 < 50)
 Petr Dvořák está │        main                flujo         │
 Ben Carter está e└──────────────────────────────────────────┘
 2 fuera de turno, 2 en pausa







 letra o Enter elige   Esc cierra
