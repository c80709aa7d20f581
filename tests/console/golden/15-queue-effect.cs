 cclite  Fronty › support-1                Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Zápis │ Odstup po nabídce │ Volající │ Nahrávka │ …
   Krátký název          ‹ support-1                      ›
   Název                 ‹ Support Tier 1                 ›
   Název španělsky       ‹ Soporte 1                      ›
   Název česky           ‹ Podpora 1                      ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie             ‹ nejdéle volno                ▼ ›
◊  Požadavky             ‹ 60                                                  ›
   Další operátor po     ‹ 10s          ›
   Váha                  ‹ 10           ›
   Týž operátor, dny     ‹ 0            ›
 ▌ ... z jiné fronty     [ ]
   ... čeká po dobu      ‹ 30s          ›
   Max. čekajících       ‹ 40           ›
   Max. čekání           ‹ 10:00        ›
── Co uložení změní ───────────────────────────────────────────────── 1 změna ──
 Požadavky – → 60
 Operátorů: 14, z toho přihlášeno: 14. Čekajících volání: 11.
────────────────────────────────────────────────────────────────────────────────
 ... ať byl tehdejší hovor v kterékoli frontě; jinak jen z této

 ● s tady nic nedělá. ? ukáže klávesy.
 Ctrl-S uložit  PgDn další karta  Ctrl-G historie  : příkazy  ? nápověda
