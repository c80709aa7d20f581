 cclite  Fronty › Nová fronta              Dana Hill  správa  živě     14:32:07
▲▌ Krátký název          ‹ billing                        ›
                         Choose another name: this one is taken.
   Název                 ‹                                ›
   Název španělsky       ‹                                ›
   Název česky           ‹                                ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie             ‹ nejdéle volno                ▼ ›
   Max. čekajících       ‹ 100          ›
   Max. čekání           ‹ 0s           ›
   Přetečení             ‹ zavěsit                      ▼ ›
   Fronta při přetečení  ‹ žádné                        ▼ ›
   Scénář při přetečení  ‹ žádné                        ▼ ›
   Doba zvonění          ‹ 20s          ›
── Dokončení ───────────────────────────────────────────────────────────────────
   Dokončení             ‹ na určitou dobu              ▼ ›
   Doba zápisu           ‹ 30s          ›
   Čas navíc             ‹ 30s          ›
   Dokončení nejvýše     ‹ 5:00         ›
────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy

 ▲ The name is taken. Choose another name: this one is taken.
 Ctrl-S uložit  : příkazy  ? nápověda
