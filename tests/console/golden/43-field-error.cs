 cclite  Fronty › Nová fronta              Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Dokončení │ Odstup │ Volající │ Nahrávka │ Práva │ Zpět…
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
   ... ze všech front    [ ]
   ... čeká po dobu      ‹ 30s          ›
   Max. čekajících       ‹ 100          ›
   Max. čekání           ‹ 0s           ›
   Přetečení             ‹ zavěsit                      ▼ ›
   Fronta při přetečení  ‹ žádné                        ▼ ›
────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy

 ▲ The name is taken. Choose another name: this one is taken.
 Ctrl-S uložit  PgDn další karta  PgUp předchozí karta  : příkazy  ? nápověda
