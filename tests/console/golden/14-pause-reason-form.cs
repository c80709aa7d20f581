 cclite  Důvody pauzy › lunch              Dana Hill  správa  živě     14:32:07
 ▌ Krátký název     ‹ lunch                          ›
   Název            ‹ Lunch                          ›
   Název španělsky  ‹ Comida                         ›
   Název česky      ‹ Oběd                           ›
   Produktivní      [ ]
   Písmeno          ‹ l                              ›
   Povoleno denně   ‹ 30:00        ›

   [ Uložit ]   [ Zahodit ]









────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  F1 nápověda
