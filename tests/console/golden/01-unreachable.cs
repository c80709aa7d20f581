 cclite  Přihlášení                                ▲ BEZ SPOJENÍ 0:04  14:32:07




                ┌─ cclite ─────────────────────────────────────┐
                │                                              │
                │  Spojuje se s https://cc.example.net:8443    │
                │                                              │
                │  Server není dosažitelný. Nic se             │
                │  neprovedlo.                                 │
                │                                              │
                │  další pokus za 3 s                          │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                └──────────────────────────────────────────────┘





 : příkazy  ? nápověda
