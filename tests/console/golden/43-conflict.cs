 cclite  Fronty › billing                  Dana Hill  správa  živě     14:32:07
   Krátký název            ‹ billing                        ›
   Název                   ‹ Billing                        ›
   Název španělsky         ‹ Facturación                    ›
   Název česky             ‹ Fakturace                      ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   Strategie               ‹ nejdéle volno                ▼ ›
◊  Požadavky               ‹ 5                                                 ›
▲▌ Další agent po          ‹ 0s           ›
                           Zadejte dobu od 1 do 120 sekund, třeba 90, 1:30 nebo…
▲  Váha                    ‹ 0            ›
                           Zadejte celé číslo od 1 do 100.
   Stejný agent, dny       ‹ 0            ›
   ... z kterékoli fronty  [ ]
   ... čeká po dobu        ‹ 0s           ›
   Max. čekajících         ‹ 40           ›
── Co uložení změní ───────────────────────────────────────────────── 1 změna ──
 Požadavky – → 5
 Operátorů: 9, z toho přihlášeno: 9. Čekajících volání: 1.
────────────────────────────────────────────────────────────────────────────────
 u ring_progressively: po této době zazvoní dalšímu agentovi

 ◊ Neuloženo: podívejte se na označená pole.
 Ctrl-S uložit  : příkazy  ? nápověda
