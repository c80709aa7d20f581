 cclite  Směrovací pravidla › Verze        Dana Hill  správa  živě     14:32:07
        12  ne 22. 11.   14:00  dana                 zveřejněno, změn: 3
▌       11  so 21. 11.   14:00  oto                  vip
        10  pá 20. 11.   14:00  dana                 jedno odstraněno





── Co by návrat změnil ─────────────────────────────────────────────────────────
   vip
 -   Priorita: 1
 +   Priorita: 5
 + night
 +   Podmínka: not open(madrid)








 g zpět k této verzi  : příkazy  ? nápověda
