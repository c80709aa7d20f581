 cclite  Směrovací pravidla › Rozdíl       Dana Hill  správa  živě     14:32:07
── Hovory za poslední den podle konceptu ───────────────────────────────────────
   Jinam: 94 z 3812 hovorů

   Hovory: 94
 -   vip: fronta support
 +   spanish: busy
















 Ctrl-S zveřejnit  : příkazy  ? nápověda
