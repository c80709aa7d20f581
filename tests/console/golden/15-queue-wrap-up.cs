 cclite  Fronty › support-2                Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Zápis │ Odstup po nabídce │ Volající │ Nahrávka │ …
   Požadavky             ‹                                                     ›
   Další operátor po     ‹ 10s          ›
   Váha                  ‹ 10           ›
   Týž operátor, dny     ‹ 0            ›
   ... z jiné fronty     [ ]
   ... čeká po dobu      ‹ 30s          ›
   Max. čekajících       ‹ 40           ›
   ... otevře pod        ‹ 0            ›
   Max. čekání           ‹ 10:00        ›
   Přetečení             ‹ zavěsit                      ▼ ›
   Fronta při přetečení  ‹ není                         ▼ ›
   Scénář při přetečení  ‹ není                         ▼ ›
   Doba zvonění          ‹ 20s          ›
── Zápis ───────────────────────────────────────────────────────────────────────
 ▌ Zápis                 ‹ na určitou dobu              ▼ ›
────────────────────────────────────────────────────────────────────────────────
 zápis po hovoru: none, žádný; optional, dokud jej operátor neukončí;
 optional_timed, totéž, ale nejvýše po danou dobu; mandatory_timed, po danou
 dobu, dřív jen s výsledkem hovoru; nebo mandatory_manual, dokud není zadán
 výsledek hovoru

 Ctrl-S uložit  PgDn další karta  Ctrl-G historie  : příkazy  ? nápověda
