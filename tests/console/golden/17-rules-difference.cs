 cclite  Směrovací pravidla › Rozdíl       Dana Hill  správa  živě     14:32:07
── Co se zveřejněním změní ──────── Koncept: změn 2, nových 1, odstraněných 1 ──
   vip
 -   Podmínka: caller in vip and (queue(support).waiting < 5 or hour >= 18)
 +   Podmínka: caller in vip and hour >= 8
 -   Priorita: 1
 +   Priorita: 2
 - again
 + spanish
 +   Podmínka: caller starts "+34"
 +   Vede do: queue
 +   ... kam přesně: support











 Ctrl-S zveřejnit  : příkazy  ? nápověda
