 cclite  Seznamy volajících                Dana Hill  správa  živě     14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
────────────────────────────────────────────────────────────────────────────────
   Seznam▲                 Název                               Čísla  Předvolba
 ▌ blocked                 –                                       3  –
   vip                     Gold customers                      1 204  44














── blocked ────────────────────────────────────────────────────────── verze 1 ──
 Otisk              111111111111111111…

 a přidat  e upravit  c kopírovat  d smazat  i načíst  n čísla  ? nápověda
