 cclite  Směrovací pravidla › vip          Dana Hill  správa  živě     14:32:07
 ▌ Krátký název           ‹ vip                            ›
   Pořadí                 ‹ 20           ›
   Povoleno               [x]
   Zkouší se              ‹ když přijde hovor            ▼ ›
   Vstup                  ‹ support                      ▼ ›
── Podmínka ────────────────────────────────────────────────────────────────────
   Podmínka               ‹ caller in vip and (queue(support).waiting < 5 or h ›
   Platí od               ‹                                ›
   Platí do               ‹                                ›
── Co mění ─────────────────────────────────────────────────────────────────────
   Priorita               ‹ 1            ›
   Čekání navíc           ‹ 1:00         ›
   Požadavky              ‹ 0s es>=50                      ›
   Jazyk                  ‹ español                      ▼ ›
   Štítek                 ‹ vip                            ›
   Nahrávka               ‹ vždy                         ▼ ›
── Vede do ─────────────────────────────────────────────────────────────────────
   Vybírá se              ‹ první, který může            ▼ ›
────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  Ctrl-G sestavit podmínku  F1 nápověda
