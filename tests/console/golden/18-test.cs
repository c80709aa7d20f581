 cclite  Směrovací pravidla › Zkouška      Dana Hill  správa  živě     14:32:07
── Zkušební hovor ──────────────────────────────────────────────────────────────
 ▌ Z čísla                ‹                          ›
   Komu                   ‹                          ›
   Trunk                  ‹ žádné                  ▼ ›
   Data                   ‹                                              ›
   Poslední volání (dnů)  ‹ -1       ›
   ... nebo jako kontakt  ‹              ›
   I vypnutá pravidla     [ ]

── Co říká každé pravidlo ──────────────────────────────────────────────────────
   blocked              neplatí                caller in blocked (+447700900123)
 ► vip                  směruje ho             → fronta support-1
   again                nezkoušeno
   long-wait            nezkoušeno
   support              nezkoušeno







 Ctrl-S vyzkoušet  : příkazy  ? nápověda
