 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:07
   Krátký název          ‹ support-1                      ›
   Název                 ‹ Support Tier 1                 ›
   Název španělsky       ‹ Soporte 1                      ›
   Název česky           ‹ Podpora 1                      ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie             ‹ nejdéle volno                ▼ ›
◊  Max. čekajících       ‹ 60           ›
   Max. čekání           ‹ 10:00        ›
   Přetečení             ‹ fronta                       ▼ ›
   Fronta při přetečení  ‹ support-2                    ▼ ›
   Scénář při přetečení  ‹ žádné                        ▼ ›
◊▌ Doba zvonění          ‹ 25s          ›
── Dokončení ───────────────────────────────────────────────────────────────────
   Dokončení             ‹ na určitou dobu              ▼ ›
   Doba zápisu           ‹ 1:00         ›
── Co uložení změní ───────────────────────────────────────────────── 2 změny ──
 Max. čekajících 40 → 60,  Doba zvonění 0:20 → 0:25
 Operátorů: 14, z toho přihlášeno: 14. Čekajících volání: 11.
────────────────────────────────────────────────────────────────────────────────
 jak dlouho operátorovi zvoní


 Ctrl-S uložit  : příkazy  ? nápověda
