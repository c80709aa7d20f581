 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:07
 Ve frontě  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 teď, nejvýše 12 za 2 h
── Kdo čeká ────────────────────────────────────────────────────────────────────
   Pořadí  Volající                     Čeká   Priorita  Operátor        Dál za
 ▌      1  +34600123456  Jana Q.        0:40         10                    9:20
        2  +442079460958  J OKAFOR      3:32         50                    6:28
        3  +420777000111                1:35   50 +1:40  Petr Dvoř…        8:25
        4  +447700900123                3:00         50  ▲ Ana Nov…        7:00
        5  zp. vol┌─ Kam vyjmout ────────────────────────────┐                –
                  │ ▌      Support Tier 2      fronta        │
                  │        Billing             zavřená       │
── Proč ještě ne ─│        Ana Nováková        operátor      │──────────────────
 Ana Nováková: chy│        Ben Carter          MIMO          │
 Petr Dvořák dokon│        main                scénář        │
 Ben Carter má pau└──────────────────────────────────────────┘
 2 mimo provoz, 2 pauza







 písmeno nebo Enter vybírá   Esc zavře
