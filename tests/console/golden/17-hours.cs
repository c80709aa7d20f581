 cclite  Otevírací doba                    Dana Hill  správa  živě     14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
────────────────────────────────────────────────────────────────────────────────
   Kalendář▲       Otevírací doba            Pásmo            Svátky
 ▌ always          –                         UTC              –
   madrid          mon-fri 09:00-14:00 16:…  Europe/Madrid    01-01, 01-06, ea…














── always ─────────────────────────────────────────────────────────── verze 1 ──
 Název              –                    Další svátky       –

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  i načíst  ? nápověda
