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
 Název španělsky    Soporte 1                                      Obsazený telefon   0:30
 Název česky        Podpora 1                                      Selhání telefonu   0:30
 Strategie          nejdéle volno                                  Zmeškaných do pau… 3
 Požadavky          –                                              Hudba              music
 Další agent po     0:10                                           Linka              –
 Váha               10                                             Doba vyřízení      3:00
 Stejný agent, dny  0                                              SLA do             0:20
 ... z kterékoli f… ne                                             Krátké zavěšení    0:05
 ... čeká po dobu   0:30                                           Nahrávka           část v procentech
 Max. čekajících    40                                             Procent            20
 Max. čekání        10:00                                          Nejdelší pauza     5:00
 Přetečení          fronta                                         Tým                t1-east
 Přetečení do       support-2                                      Místo drží         –
 Doba zvonění       0:20                                           Smí volat zpět     –
 Dokončení          na určitou dobu                                Pokusů             3
 Doba zápisu        1:00                                           Další pokus za     10:00
 Čas navíc          0:30                                           Vzdá se po         24:00:00
 Dokončení nejvýše  5:00                                           V době podle       –
 Nepřijato          0:10                                           Nikdy nevolat      –
 Odmítnuto          0:05

 a přidat  e upravit  c kopírovat  d smazat  m kdo obsluhuje  w čekající  o zavřít, otevřít  O zavřít, otevřít vše  ? nápověda
