 cclite  Fronty › support-2                Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Zápis │ Odstup po nabídce │ Volající │ Nahrávka │ …
 ▌ Krátký název          ‹ support-2                      ›
   Název                 ‹ Support Tier 2                 ›
   Název španělsky       ‹ Soporte 2                      ›
   Název česky           ‹ Podpora 2                      ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie             ‹ nejdéle volno                ▼ ›
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
────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  PgDn další karta  Ctrl-G historie  F1 nápověda
