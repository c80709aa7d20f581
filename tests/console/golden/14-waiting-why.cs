 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:08
 Ve frontě  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 teď, nejvýše 12 za 2 h
── Kdo čeká ───────────────────────────────────────────── nový volající: 5:20 ──
   Pořadí  Volající                      Čeká  Očekáváno   Priorita  Operátor
        1  +34600123456  Jana Q.         0:41       1:10         10
        2  +442079460958  J OKAFOR       3:33       2:13         50
 ▌      3  +420777000111                 1:36       3:16   50 +1:40  Petr Dvoř…
        4  +447700900123                 3:01       0:00         50  ▲ Ana Nov…
        5  zp. vol.: +34611222333     1:00:01          –         90


── Proč ještě ne ───────────────────────────────────────────────────────────────
 Ana Nováková: chybí dovednost, ještě 0:27 (es 30 < 50)
 Petr Dvořák dokončuje hovor (zbývá 0:03)
 Ben Carter má pauzu
 2 mimo provoz, 2 pauza







 p vzít si  t přesunout  w vyjmout  + dříve  - později  : příkazy  ? nápověda
