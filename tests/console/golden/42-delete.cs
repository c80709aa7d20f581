 cclite  Fronty                              Dana Hill   ▲ 1  živě     14:32:07
   Krátký náz…  Strategie    Úroveň slu…  Max. čekání  Dokončení   Teď
 ▌ support-1    longest_id…  20s          10m          mandatory…  čeká 2
   support-2    longest_id…  30s          15m          mandatory…  čeká 0
   billing      longest_id…  20s          10m          mandatory…  čeká 0

          ┌─ ▲ Smazat ─────────────────────────── nelze vrátit zpět ─┐
          │ support-1                                                │
          │ Nelze vrátit zpět. Co se ještě používá, smazat nejde.    │
          │ čeká 2                                                   │
          │                                                          │
          │ Pro pokračování napište název:                           │
          │ support-1                                                │
          │ ‹                                                      › │
── support│                                                          │──────────
 Krátký ná│ [ Ne ]    [ Smazat ]    ještě ne: název nesouhlasí       │
 Název    └──────────────────────────────────────────────────────────┘
 Název španělsky    Soporte N1           Doba zvonění       20s
 Název česky        Podpora 1            Dokončení          mandatory_timed
 Strategie          longest_idle         Doba zápisu        1m
 Max. čekajících    40                   Prodloužení zápisu 1m
 Max. čekání        10m                  Nejdelší zápis     5m

 Tab přechází   Enter stiskne   Esc je Ne
