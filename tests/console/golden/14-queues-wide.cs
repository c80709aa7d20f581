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
 Název španělsky    Soporte 1                                      Hláška při čekání  –
 Název česky        Podpora 1                                      Hláška po          –
 Strategie          nejdéle volno                                  Hláška každých     –
 Požadavky          –                                              Pořadí a čekání po –
 Další operátor po  0:10                                           Pořadí každých     –
 Váha               10                                             Doba každých       –
 Týž operátor, dny  0                                              Linka              –
 ... z jiné fronty  ne                                             Doba vyřízení      3:00
 ... čeká po dobu   0:30                                           SLA do             0:20
 Max. čekajících    40                                             Krátké zavěšení    0:05
 Max. čekání        10:00                                          Nahrávka           část v procentech
 Přetečení          fronta                                         Procent            20
 Přetečení do       support-2                                      Nejdelší pauza     5:00
 Doba zvonění       0:20                                           Tým                t1-east
 Zápis              na určitou dobu                                Místo drží         –
 Doba zápisu        1:00                                           Smí volat zpět     –
 Čas navíc          0:30                                           Pokusů             3
 Zápis nejvýše      5:00                                           Další pokus za     10:00
 Nepřijato          0:10                                           Vzdá se po         24:00:00
 Odmítnuto          0:05                                           V době podle       –
 Obsazený telefon   0:30                                           Nikdy nevolat      –
 Selhání telefonu   0:30                                           Ptá se             –
 Zmeškání do pauzy  3                                              Volat v době       –
 Hudba              music                                          Volba času         ne
 Hláška o nahrávce  –

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  m kdo obsluhuje  w čekající  o zavřít, otevřít  v historie  ? nápověda
