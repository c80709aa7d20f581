 cclite  Telefony › 2041                   Dana Hill  správa  živě     14:32:07
 ▌ Krátký název  ‹ 2041                           ›
   Název         ‹ Desk 12                        ›
   Kdo zvedá     ‹ telefon sám                  ▼ ›
   Vnější linka  ‹                                ›
   SRTP          ‹ nikdy                        ▼ ›

   [ Uložit ]   [ Zahodit ]











────────────────────────────────────────────────────────────────────────────────
 jméno k registraci, zároveň uživatel SIP


 Ctrl-S uložit  F1 nápověda
