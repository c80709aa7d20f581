 cclite  Telefony                            Dana Hill   ▲ 1  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Linky │ Čísla │ Pauzy │ Výsledky
────────────────────────────────────────────────────────────────────────────────
   Krátký název          Název                   Režim           Teď
 ▌ 2041                  Desk 41                 on_demand       dosažitelný
   2049                  Desk 49                 phone_rings     mimo dosah








── 2041 ────────────────────────────────────────────────────────────────────────
 Krátký název       2041
 Název              Desk 41
 Režim              on_demand





 e upravit  a přidat  d smazat  m operátoři  p heslo  / filtr  ? nápověda
