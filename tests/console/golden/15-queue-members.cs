 cclite  Fronty                              Dana Hill   ▲ 1  živě     14:32:07
   Krátký náz…  Strategie    Úroveň slu…  Max. čekání  Dokončení   Teď
 ▌ support-1    longest_id…  20s          10m          mandatory…  čeká 2
   support-2    longest_id…  30s          15m          mandatory…  čeká 0
   billing      longest_id…  20s          10m          mandatory…  čeká 0



           ┌─ Kdo obsluhuje frontu ─────────────────────────────────┐
           │ ▌●     Ben Carter          obsluhuje, priorita 1       │
           │  ·     Priya Nair                                      │
           │                                                        │
           │ Enter změní   Esc zavře                                │
           └────────────────────────────────────────────────────────┘
── support-1 ───────────────────────────────────────────────────────────────────
 Krátký název       support-1            Přetečení do       fronta
 Název              Support T1           Cíl přetečení      support-2
 Název španělsky    Soporte N1           Doba zvonění       20s
 Název česky        Podpora 1            Dokončení          mandatory_timed
 Strategie          longest_idle         Doba zápisu        1m
 Max. čekajících    40                   Prodloužení zápisu 1m
 Max. čekání        10m                  Nejdelší zápis     5m

 písmeno nebo Enter vybírá   Esc zavře
