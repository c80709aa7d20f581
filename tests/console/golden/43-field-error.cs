 cclite  Fronty › Nová fronta              Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Zápis │ Odstup po nabídce │ Volající │ Nahrávka │ …
▲▌ Krátký název          ‹ billing                        ›
                         Choose another name: this one is taken.
   Název                 ‹                                ›
   Název španělsky       ‹                                ›
   Název česky           ‹                                ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie             ‹ nejdéle volno                ▼ ›
   Požadavky             ‹                                                     ›
   Další operátor po     ‹ 10s          ›
   Váha                  ‹ 10           ›
   Týž operátor, dny     ‹ 0            ›
   ... z jiné fronty     [ ]
   ... čeká po dobu      ‹ 30s          ›
   Max. čekajících       ‹ 100          ›
   ... otevře pod        ‹ 0            ›
   Max. čekání           ‹ 0s           ›
   Přetečení             ‹ zavěsit                      ▼ ›
────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy

 ▲ The name is taken. Choose another name: this one is taken.
 Ctrl-S uložit  PgDn další karta  Ctrl-G historie  F1 nápověda
