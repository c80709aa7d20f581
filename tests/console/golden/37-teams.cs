 cclite  Týmy                              Dana Hill  správa  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy │ Dovednosti
────────────────────────────────────────────────────────────────────────────────
   Tým▲                              Název
 ▌ t1-east                           T1 East















── t1-east ────────────────────────────────────────────────────────── verze 1 ──
 Název španělsky    N1 Este              Název česky        P1 východ

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  / filtr  ? nápověda
