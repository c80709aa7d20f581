 cclite  Vstupy › podpora                  Dana Hill  správa  živě     14:32:07
 ▌ Krátký název   ‹ podpora                        ›
   Číslo          ‹ +420221000000                  ›
   Trunk          ‹ prg-2                        ▼ ›
   Scénář         ‹ main                         ▼ ›
   Jazyk          ‹ čeština                      ▼ ›
   Nejdřív dotaz  ‹ není                         ▼ ›

   [ Uložit ]   [ Zahodit ]










────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  F1 nápověda
