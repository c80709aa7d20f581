 cclite  Směrovací pravidla › Čísla                                                Dana Hill  správa  živě     ne 22. 11.  14:32:07
── Co se stalo s hovory ───────────────────────────────────────────────────────────────────────────────────── posledních 24 hodin ──
   Pravidlo             Vede do                     Hovory▼    Podíl     Přijaté      Zavěšené      Čeká  Nejdelší čekání       SLA
 ▌ žádné pravidlo       –                            1 860    91,6 %       1 600           100      0:20             6:52    85,0 %
   vip                  fronta support-1               100     4,9 %          91             7      0:14             3:21    83,3 %
   late                 pro toho, kdo čeká              44     2,1 %          40             4      2:00             5:01     6,8 %
   blocked              obsazovací tón                  38     1,8 %           –             –         –                –         –
   #9                   scénář                          20     0,9 %           0            20         –             1:01     0,0 %
   vip                  číslo +34910000001              12     0,5 %           –             –         –                –         –

































 p den, týden, měsíc  r načíst znovu  : příkazy  ? nápověda
