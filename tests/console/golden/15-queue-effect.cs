 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Zápis │ Odstup po nabídce │ Volající │ Nahrávka │ …
   Váha                  ‹ 10           ›
   Týž operátor, dny     ‹ 0            ›
   ... z jiné fronty     [ ]
   ... čeká po dobu      ‹ 30s          ›
   Max. čekajících       ‹ 40           ›
   ... otevře pod        ‹ 0            ›
   Max. čekání           ‹ 10:00        ›
   Přetečení             ‹ fronta                       ▼ ›
   Fronta při přetečení  ‹ support-2                    ▼ ›
   Scénář při přetečení  ‹ není                         ▼ ›
◊  Doba zvonění          ‹ 60           ›
── Zápis ───────────────────────────────────────────────────────────────────────
   Zápis                 ‹ na určitou dobu              ▼ ›
◊▌ Doba zápisu           ‹ 25s          ›
── Co uložení změní ───────────────────────────────────────────────── 2 změny ──
 Doba zvonění 0:20 → 1:00,  Doba zápisu 1:00 → 0:25
 Operátorů: 14, z toho přihlášeno: 14. Čekajících volání: 11.
────────────────────────────────────────────────────────────────────────────────
 jak dlouho trvá časově omezený zápis po hovoru


 Ctrl-S uložit  PgDn další karta  Ctrl-G historie  F1 nápověda
