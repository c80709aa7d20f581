 cclite  … › support-2 › Otevírací doba    Dana Hill  správa  živě     14:32:07
 … Práva │ Zpět. volání │ Podle hodin │ Východiska │ Otevírací doba │ …
── Kalendáře, které platí ────────────────────────────────────────── otevřená ──
 ▌ madrid           zpětná volání; pravidla: by-day, second Europe/Madrid
   night            pravidla: at-night                      Europe/Prague

── madrid ───────────────────────────────────────────── dnes a další dny, tam ──
   ne 22. 11.    celý den zavřeno
   po 23. 11.    09:00–14:00, 16:00–19:00
   út 24. 11.    09:00–14:00, 16:00–19:00
   st 25. 11.    09:00–14:00, 16:00–19:00
   čt 26. 11.    09:00–14:00, 16:00–19:00
   pá 27. 11.    09:00–14:00, 16:00–19:00
   so 28. 11.    celý den zavřeno
   ne 29. 11.    celý den zavřeno
   po 30. 11.    09:00–14:00, 16:00–19:00
   út 1. 12.     09:00–14:00, 16:00–19:00
   Svátky        pá 25. 12.  pá 1. 1.  st 6. 1.





 c otevírací doba  e upravit kalendář  Ctrl-S uložit  : příkazy  ? nápověda
