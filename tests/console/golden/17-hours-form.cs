 cclite  Otevírací doba › madrid           Dana Hill  správa  živě     14:32:07
 ▌ Krátký název    ‹ madrid                         ›
   Název           ‹ Madrid office                  ›
   Časové pásmo    ‹ Europe/Madrid                  ›
   Otevírací doba  ‹ mon-fri 09:00-14:00 16:00-19:00                        ›
   Svátky          ‹ 01-01, 01-06, easter-2, 05-01, 12-25                   ›
   Další svátky    ‹                                                        ›

   [ Uložit ]   [ Zahodit ]










────────────────────────────────────────────────────────────────────────────────
 krátký název pro podmínky a příkazy


 Ctrl-S uložit  F1 nápověda
