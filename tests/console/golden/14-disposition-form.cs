 cclite  Výsledky › call-back              Dana Hill  správa  živě     14:32:07
 ▌ Krátký název     ‹ call-back                      ›
   Název            ‹ Call back                      ›
   Název španělsky  ‹ Volver a llamar                ›
   Název česky      ‹ Zavolat zpět                   ›

   [ Uložit ]   [ Zahodit ]












────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  F1 nápověda
