 cclite  Směrovací pravidla › Čísla        Dana Hill  správa  živě     14:32:07
── Co se stalo s hovory ───────────────────────────────── posledních 24 hodin ──
   Pravidlo        Vede do           Hovory▼    Přijaté      Zavěšené       SLA
 ▌ žádné pravidlo  –                  1 860       1 600           100    85,0 %
   vip             fronta suppor…       100          91             7    83,3 %
   late            pro toho, kdo…        44          40             4     6,8 %
   blocked         obsazovací tón        38           –             –         –
   #9              scénář                20           0            20     0,0 %
   vip             číslo +349100…        12           –             –         –














 p den, týden, měsíc  r načíst znovu  : příkazy  ? nápověda
