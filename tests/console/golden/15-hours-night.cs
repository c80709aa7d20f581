 cclite  … › support-2 › Otevírací doba    Dana Hill  správa  živě     14:32:07
 … Práva │ Zpět. volání │ Podle hodin │ Východiska │ Otevírací doba │ …
── Kalendáře, které platí ────────────────────────────────────────── otevřená ──
   madrid           zpětná volání; pravidla: by-day, second Europe/Madrid
 ▌ night            pravidla: at-night                      Europe/Prague

── night ────────────────────────────────────────────── dnes a další dny, tam ──
   ne 22. 11.    celý den zavřeno
   po 23. 11.    22:00–06:00
   út 24. 11.    22:00–06:00
   st 25. 11.    22:00–06:00
   čt 26. 11.    22:00–06:00
   pá 27. 11.    20:00–24:00
   so 28. 11.    celý den zavřeno
   ne 29. 11.    celý den zavřeno
   po 30. 11.    22:00–06:00
   út 1. 12.     22:00–06:00
   Svátky        čt 24. 12.  pá 25. 12.





 c otevírací doba  e upravit kalendář  Ctrl-S uložit  : příkazy  ? nápověda
