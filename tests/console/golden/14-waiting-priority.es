 cclite  Colas › support-1         Dana Hill  administración  en vivo  14:32:07
 En cola  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 ahora, 12 como máximo en 2 h
── Quién espera ─────────────────────────────────────────── quien llame: 5:20 ──
   Puesto  Quien llama                   Esp.   Esperado  Prioridad  Agente
 ▌      1  +34600123456  Jana Q.         0:40       1:11         10
        2  +442079460958  J OKAFOR       3:32       2:14         50
        3  +420777000111                 1:35       3:17   50 +1:40  Petr Dvoř…
        4 ┌─ Prioridad, habilidades ────────────────── +34600123456 ─┐ Ana Nov…
        5 │   Prioridad           ‹ 10       ›                       │
          │   Cuenta como espera  ‹ 0s           ›                   │
          │◊▌ Habilidades ahora   ‹ es>=50                         › │
── Por qué│                                                          │──────────
 a Ana Nov│   [ Fijar ]                                              │
 Petr Dvoř│                                                          │
 Ben Carte│                                                          │
 2 fuera d└──────────────────────────────────────────────────────────┘







 1 se atiende antes; 90s, 5m; es>=50; 30s -es, o - como la cola   Esc
