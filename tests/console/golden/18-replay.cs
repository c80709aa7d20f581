 cclite  Směrovací pravidla › Rozdíl       Dana Hill  správa  živě     14:32:07
── Hovory za den podle konceptu ─── Koncept: změn 2, nových 1, odstraněných 1 ──
   Jinam: 94 z 3812 hovorů

   Hovory: 78
 -   vip: fronta support
 +   spanish: obsazovací tón
     SLA těchto hovorů: 41,2 % (čekalo 70)
   Hovory: 16
 -   vip: fronta support
 +   spanish: fronta sales
     SLA tam v té době: 88,0 % (čekalo 310)











 Ctrl-S zveřejnit  : příkazy  ? nápověda
