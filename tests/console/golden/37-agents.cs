 cclite  Operátoři                         Dana Hill  správa  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy │ Dovednosti
────────────────────────────────────────────────────────────────────────────────
   Operátor▲         Název                 Uživatel      Telefon     Tým
 ▌ ana               Ana Nováková          ana           2041        t1-east
   ben               Ben Carter            ben           2042        –














── ana ────────────────────────────────────────────────────────────── verze 2 ──
 Smí volat          –                    Linka              –

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  / filtr  ? nápověda
