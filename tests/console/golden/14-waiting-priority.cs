 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:07
 Ve frontě  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 teď, nejvýše 12 za 2 h
── Kdo čeká ───────────────────────────────────────────── nový volající: 5:20 ──
   Pořadí  Volající                      Čeká  Očekáváno   Priorita  Operátor
 ▌      1  +34600123456  Jana Q.         0:40       1:11         10
        2  +442079460958  J OKAFOR       3:32       2:14         50
        3  +420777000111                 1:35       3:17   50 +1:40  Petr Dvoř…
        4 ┌─ Priorita, dovednosti ──────────────────── +34600123456 ─┐ Ana Nov…
        5 │   Priorita          ‹ 10       ›                         │
          │   Čekání navíc      ‹ 0s           ›                     │
          │◊▌ Dovednosti odteď  ‹ es>=50                         ›   │
── Proč je│                                                          │──────────
 Ana Novák│   [ Nastavit ]                                           │
 Petr Dvoř│                                                          │
 Ben Carte│                                                          │
 2 mimo pr└──────────────────────────────────────────────────────────┘







 1 jde první; 90s, 5m; es>=50; 30s -es, nebo - jako fronta   Esc
