 cclite  Fronty › Nová fronta              Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Zápis │ Odstup po nabídce │ Volající │ Nahrávka │ …
 ▌ Krátký název          ‹ billing-2                      ›
   Název                 ‹ Billing                        ›
   Název španělsky       ‹ Facturación                    ›
   Název česky           ‹ Fakturace                      ›
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
