 cclite  Fronty › billing                  Dana Hill  správa  živě     14:32:07
   Krátký název             ‹ billing                        ›
   Název                    ‹ Billing                        ›
   Název španělsky          ‹ Facturación                    ›
   Název česky              ‹ Fakturace                      ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie                ‹ nejdéle volno                ▼ ›
   Požadavky                ‹                                                  ›
   Další agent po           ‹ 10s          ›
   Váha                     ‹ 10           ›
   Stejný agent, dny        ‹ 0            ›
   ... z kterékoli fronty   [ ]
   ... čeká po dobu         ‹ 30s          ›
◊▌ Max. čekajících          ‹ 405          ›
   Max. čekání              ‹ 10:00        ›
   Přetečení                ‹ zavěsit                      ▼ ›
── Co uložení změní ───────────────────────────────────────────────── 1 změna ──
 Max. čekajících 40 → 405
 Operátorů: 9, z toho přihlášeno: 9. Čekajících volání: 1.
────────────────────────────────────────────────────────────────────────────────
 kolik jich smí čekat; další se do fronty nepřijme

 ▲ Protocol error
 Ctrl-S uložit  : příkazy  ? nápověda
