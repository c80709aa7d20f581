 cclite  Fronty › support-2 › Historie     Dana Hill  správa  živě     14:32:07
 … Podle hodin │ Východiska │ Otevírací doba │ Operátoři │ Historie
         3  ne 22. 11.   14:00  dana                 Doba zvonění
▌        2  so 21. 11.   14:00  oto                  Max. čekajících, Přetečení…
         1  pá 13. 11.   14:00  dana                 Krátký název, Název, Název…





── Co by návrat změnil ─────────────────────────────────────────────────────────
 - Doba zvonění: 0:20
 + Doba zvonění: 0:15










 Ctrl-S uložit  PgDn další karta  g zpět k této verzi  ] níže  ? nápověda
