 cclite  Fronty › support-2                Dana Hill  správa  živě     14:32:07
   Krátký název          ‹ support-2                      ›
   Název                 ‹ Support Tier 2                 ›
   Název španělsky       ‹ Soporte 2                      ›
   Název česky           ‹ Podpora 2                      ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie             ‹ nejdéle volno                ▼ ›
   Max. čekajících       ‹ 40           ›
   Max. čekání           ‹ 10:00        ›
   Přetečení             ‹ zavěsit                      ▼ ›
   Fronta při přetečení  ‹ žádné                        ▼ ›
   Scénář při přetečení  ‹ žádné                        ▼ ›
   Doba zvonění          ‹ 20s          ›
── Dokončení ───────────────────────────────────────────────────────────────────
   Dokončení             ‹ na určitou dobu              ▼ ›
   Doba zápisu           ‹ 1:00         ›
 ▌ Čas navíc             ‹ 30s          ›
   Dokončení nejvýše     ‹ 5:00         ›
── Odstup po nabídce ───────────────────────────────────────────────────────────
────────────────────────────────────────────────────────────────────────────────
 kolik času navíc dostane operátor, který o něj požádá; 0: žádný


 Ctrl-S uložit  : příkazy  ? nápověda
