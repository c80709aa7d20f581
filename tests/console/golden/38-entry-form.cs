 cclite  Čísla › reception                   Dana Hill   ▲ 1  živě     14:32:07
 ▌ Krátký název  ‹ reception                            ›
   Číslo         ‹ 200                                  ›
   Trunk         ‹ prg-2                              ▼ ›
   Scénář        ‹ main                               ▼ ›
   Jazyk         ‹ en                     ▼ ›














────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy

 Ctrl-S uložit  : příkazy  ? nápověda
