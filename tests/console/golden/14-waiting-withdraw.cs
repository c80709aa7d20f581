 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:07
 Ve frontě  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 teď, nejvýše 12 za 2nový volající: 5:20
── Kdo čeká ────────────────────────────────────────────────────────────────────
   Pořadí  Volající                      Čeká  Očekáváno   Priorita  Operátor
 ▌      1  +34600123456  Jana Q.         0:40       1:11         10
        2  +442079460958  J OKAFOR       3:32       2:14         50
        3  +420777000111                 1:35       3:17   50 +1:40  Petr Dvoř…
        4  +447700┌─ Kam vyjmout ────────────────────────────┐   50  ▲ Ana Nov…
        5  zp. vol│ ▌      Support Tier 2      fronta        │   90
                  │        Billing             zavřená       │
                  │        Ana Nováková        operátor      │
── Proč ještě ne ─│        Ben Carter          MIMO          │──────────────────
 Ana Nováková: chy│        main                scénář        │
 Petr Dvořák dokon│        billing             hlasová schrá…│
 Ben Carter má pau│        Číslo venku...                    │
 2 mimo provoz, 2 └──────────────────────────────────────────┘







 písmeno nebo Enter vybírá   Esc zavře
