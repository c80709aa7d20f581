 cclite  Hlášky › welcome                  Dana Hill  správa  živě     14:32:07
 ▌ Krátký název    ‹ welcome                        ›
   Jazyk           ‹ English                      ▼ ›
   Překlad hlášky  ‹ není                         ▼ ›
   Znění           ‹ Welcome to Northwind. For sales press 1, for support p ›
   Nahraný zvuk    ‹                                ›

   [ Uložit ]   [ Zahodit ]











────────────────────────────────────────────────────────────────────────────────
 krátký název pro scénáře, příkazy a adresy


 Ctrl-S uložit  F1 nápověda
