 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:07
 Ve frontě  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 teď, nejvýše 12 za 2 h
── Kdo čeká ───────────────────────────────────────────── nový volající: 5:20 ──
   Pořadí  Volající                      Čeká  Očekáváno   Priorita  Operátor
 ▌      1  +34600123456  Jana Q.         0:40       1:11         10
        2  +442079┌─ Kam vyjmout ────────────────────────────┐   50
        3  +420777│ ▌      Support Tier 2      fronta        │+1:40  Petr Dvoř…
        4  +447700│        Billing             zavřená       │   50  ▲ Ana Nov…
        5  zp. vol│        Ana Nováková        operátor      │   90
                  │        Ben Carter          MIMO          │
                  │        main                scénář        │
── Proč ještě ne ─│        billing             hlasová schrá…│──────────────────
 Ana Nováková: chy│        Číslo venku...                    │
 Petr Dvořák dokon│──────────────────────────────────────────│
 Ben Carter má pau│ fronta                                   │
 2 mimo provoz, 2 │                                          │
                  └──────────────────────────────────────────┘






 písmeno nebo Enter vybírá   Esc zavře
