 cclite  Operátoři › ana                   Dana Hill  správa  živě     14:32:07
 ▌ Krátký název  ‹ ana                            ›
   Název         ‹ Ana Nováková                   ›
   Uživatel      ‹ ana                          ▼ ›
   Telefon       ‹ 2041                         ▼ ›
   Tým           ‹ t1-east                      ▼ ›
   Smí volat     ‹                                ›
   Linka         ‹                                ›

   [ Uložit ]   [ Zahodit ]









────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  F1 nápověda
