 cclite  Telefony                          Dana Hill  správa  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy │ Dovednosti
────────────────────────────────────────────────────────────────────────────────
   Telefon▲           Název                 Kdo zvedá            Stav
 ▌ 2041               Desk 12               telefon              ● dosažitelný
   2042               Desk 13               operátor             ○ mimo dosah
   2050               Store room            operátor             –













── 2041 ───────────────────────────────────────────────────────────── verze 1 ──
 Vnější linka       –                    SRTP               nikdy

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  p heslo  ? nápověda
