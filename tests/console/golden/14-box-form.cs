 cclite  Schránky › ana                    Dana Hill  správa  živě     14:32:07
 Obecné │ Uvítání │ Zprávy │ Rozdělování │ Rozesílání │ Telefonem
 ▌ Krátký název        ‹ ana                            ›
   Název               ‹ Ana Nováková                   ›
   Název španělsky     ‹                                ›
   Název česky         ‹                                ›
   Operátor            ‹ ana                          ▼ ›
   Fronta              ‹ není                         ▼ ›
   Tým                 ‹ není                         ▼ ›
   Linka               ‹                                ›
── Uvítání ─────────────────────────────────────────────────────────────────────
   Uvítání             ‹ není                         ▼ ›
   ... nikdo volný     ‹ není                         ▼ ›
   ... zavřeno         ‹ není                         ▼ ›
   ... svátek          ‹ není                         ▼ ›
   Svátek od           ‹                                ›
   Svátek do           ‹                                ›
   Uvítání od          ‹                                ›
   Uvítání do          ‹                                ›
────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  F1 nápověda
