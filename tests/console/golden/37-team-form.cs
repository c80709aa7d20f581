 cclite  Týmy › t1-east                    Dana Hill  správa  živě     14:32:07
 ▌ Krátký název     ‹ t1-east                        ›
   Název            ‹ T1 East                        ›
   Název španělsky  ‹ N1 Este                        ›
   Název česky      ‹ P1 východ                      ›

   [ Uložit ]   [ Zahodit ]












────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  F1 nápověda
