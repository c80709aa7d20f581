 cclite  Colas › support-1         Dana Hill  administración  en vivo  14:32:07
 En cola  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 ahora, 12 como máximo en 2 h
── Quién espera ─────────────────────────────────────────── quien llame: 5:20 ──
   Puesto  Quien llama                   Esp.   Esperado  Prioridad  Agente
 ▌      1  +34600123456  Jana Q.         0:40       1:11         10
        2  +442079460958  J OKAFOR       3:32       2:14         50
        3  +420777000111                 1:35       3:17   50 +1:40  Petr Dvoř…
        4  +447700┌─ Retirar hacia dónde ────────────────────┐   50  ▲ Ana Nov…
        5  devol.:│ ▌      Support Tier 2      cola          │   90
                  │        Billing             cerrada       │
                  │        Ana Nováková        agente        │
── Por qué aún no │        Ben Carter          FUERA         │──────────────────
 a Ana Nováková le│        main                flujo         │0 < 50)
 Petr Dvořák está │        billing             buzón de voz  │
 Ben Carter está e│        Un número externo...              │
 2 fuera de turno,└──────────────────────────────────────────┘







 letra o Enter elige   Esc cierra
