 cclite  Směrovací pravidla › Zkouška      Dana Hill  správa  živě     14:32:07
── Hovor, který nikdo nevede ───────────────────────────────────────────────────
 ▌ Z čísla                ‹                          ›
   Komu                   ‹                          ›
   Trunk                  ‹ není                   ▼ ›
   Den                    ‹                ›
   Čas                    ‹          ›
   Data                   ‹                                              ›
   Čeká v                 ‹ není                   ▼ ›
   ... po dobu            ‹          ›
   Volal před dny         ‹ -1       ›
   ... poslední operátor  ‹ není                   ▼ ›
   ... poslední fronta    ‹ není                   ▼ ›
   Jazyk ve frontě        ‹ English                ▼ ›
── Co říká každé pravidlo ──────────────────────────────────────────────────────
   blocked              neplatí                caller in blocked (+447700900123)
 ► vip                  směruje ho             → fronta support-1
   again                neptáno
   long-wait            neptáno
   support              neptáno



 Ctrl-S zeptat se  F6 pravidla, hovor  F1 nápověda
