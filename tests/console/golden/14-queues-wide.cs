 cclite  Fronty                                                                    Dana Hill  správa  živě     ne 22. 11.  14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ Dotazy
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
   Fronta▲        Název          Čeká   Nejdéle    Volní  Operátoři        SLA  Stav                      Max. čekání  Za hodinu
   billing        Billing           1      0:05        3          9   ● 83,9 %  ● otevřená                      10:00  █▄▄▁▁▁▄▄██▄▄
   night          Night [ S…        0         –        0          0          –  ● otevřená                      10:00  ▁▁▁▁▁▁▁▁▁▁▁▁
   sales-en       Sales EN          0         –        3         11   ● 86,4 %  ○ zavřená do 08:00              10:00  ▁▁▁▁██▁▁▁▁▁▁
 ▌ support-1      Support T…       11      3:52        0         14   ▲ 61,7 %  ● otevřená                      10:00  ▄▄▄▅▅▅▅▆▇▇█▇
   support-2      Support T…        1      0:31        2          8   ◊ 78,8 %  ● otevřená                      10:00  ▄▄▁▁▁▁▄▄▄█▄▄













── support-1 ──────────────────────────────────────────────────────────────────────────────────────────────────────────── verze 3 ──
 Dnes       nabídnuto 1 288, přijato 1 190, zavěšeno 6,2 %, SLA 61,7 %
 Ve frontě  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  teď 11, nejvýše 12 za 2 hodiny
 Název španělsky    Soporte 1                                      Čas navíc          0:30
 Název česky        Podpora 1                                      Dokončení nejvýše  5:00
 Strategie          nejdéle volno                                  Nepřijato          0:10
 Požadavky          –                                              Odmítnuto          0:05
 Další agent po     0:10                                           Obsazený telefon   0:30
 Váha               10                                             Selhání telefonu   0:30
 Stejný agent, dny  0                                              Zmeškaných do pau… 3
 ... z kterékoli f… ne                                             Hudba              music
 ... čeká po dobu   0:30                                           Linka              –
 Max. čekajících    40                                             Doba vyřízení      3:00
 Max. čekání        10:00                                          SLA do             0:20
 Přetečení          fronta                                         Krátké zavěšení    0:05
 Přetečení do       support-2                                      Nahrávka           část v procentech
 Doba zvonění       0:20                                           Procent            20
 Dokončení          na určitou dobu                                Nejdelší pauza     5:00
 Doba zápisu        1:00                                           Tým                t1-east

 a přidat  e upravit  c kopírovat  d smazat  m kdo obsluhuje  o zavřít, otevřít  O zavřít, otevřít vše  / filtr  ? nápověda
