 cclite  Směrovací pravidla › Rozdíl       Dana Hill  správa  živě     14:32:07
── Hovory za den podle konceptu ─── Koncept: změn 2, nových 1, odstraněných 1 ──
   Jinam: 94 z 3812 hovorů

   Hovory: 94
 -   vip: fronta support
 +   spanish: obsazovací tón
















 Ctrl-S zveřejnit  : příkazy  ? nápověda
