 cclite  Operátor      Ana Nováková 2041  ○ PAUZA 0:05        živě     14:32:10
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 ┌─ Spojení ──────────────────────────────────────────────────────────────────┐1
 │── Čeká na odeslání ─────────────────────────────────────────────────── 1 ──│0
 │▌ 14:32:09 poznámka        +447700900123 "he signed in at 14:3…   odmítnuto │0
 │  The call it was meant for is no longer the agent's. Nothing was changed.  │
 │── Spojení ─────────────────────────────────────────────────────────────────│
 │  14:32:10 připojeno                                                        │
─│  14:32:10 pokus 1 selhal: neodpovídá                                       │─
 │  14:32:07 ztraceno: spojení se přerušilo                                   │
 │  14:32:07 připojeno                                                        │
 │                                                                            │
─│                                                                            │─
 │                                                                            │…
 │                                                                            │×
 │                                                                            │
 │                                                                            │
 │                                                                            │
 │                                                                            │
 │                                                                            │
 └────────────────────────────────────────────────────────────────────────────┘
 ▲ Neprovedeno (viz g o): The call it was meant for is no longer the agent's.
   Nothing was changed.
 r zkusit hned  d zahodit, co čeká  Esc zavřít
