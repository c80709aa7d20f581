 cclite  Fronty › support-2: Historie      Dana Hill  správa  živě     14:32:07
         3  ne 22. 11.   14:00  dana                 Doba zvonění
         2  so 21. 11.   14:00  oto                  Max. čekajících, Přetečení…
▌        1  pá 13. 11.   14:00  dana                 Krátký název, Název, Název…





── Co by návrat změnil ─────────────────────────────────────────────────────────
 - Max. čekajících: 40
 + Max. čekajících: 20
 - Přetečení: zavěsit
 + Přetečení: fronta
 - Přetečení do: –
 + Přetečení do: sales-en
 - Doba zvonění: 0:20
 + Doba zvonění: 0:15
 - Doba zápisu: 1:00
 + Doba zápisu: 0:30



 g zpět k této verzi  ] níže  [ výše  : příkazy  ? nápověda
