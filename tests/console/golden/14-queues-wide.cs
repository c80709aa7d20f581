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
 Východiska –
 Název španělsky    Soporte 1                                      ... potom          –
 Název česky        Podpora 1                                      ... potom třetí    –
 Strategie          nejdéle volno                                  ... potom čtvrtá   –
 Požadavky          –                                              Hláška po          –
 Další operátor po  0:10                                           Hláška každých     –
 Váha               10                                             Pořadí a čekání po –
 Týž operátor, dny  0                                              Pořadí každých     –
 ... z jiné fronty  ne                                             Doba každých       –
 ... čeká po dobu   0:30                                           Linka              –
 Max. čekajících    40                                             Doba vyřízení      3:00
 ... otevře pod     0                                              SLA do             0:20
 Max. čekání        10:00                                          Krátké zavěšení    0:05
 Přetečení          fronta                                         Nahrávka           část v procentech
 Přetečení do       support-2                                      Procent            20
 Doba zvonění       0:20                                           Nejdelší pauza     5:00
 Zápis              na určitou dobu                                Tým                t1-east
 Doba zápisu        1:00                                           Místo drží         –
 Čas navíc          0:30                                           Smí volat zpět     –
 Zápis nejvýše      5:00                                           Pokusů             3
 Nepřijato          0:10                                           Další pokus za     10:00
 Odmítnuto          0:05                                           Vzdá se po         24:00:00
 Obsazený telefon   0:30                                           V době podle       –
 Selhání telefonu   0:30                                           Nikdy nevolat      –
 Zmeškání do pauzy  3                                              Ptá se             –
 Hudba              music                                          Volat v době       –
 Hláška o nahrávce  –                                              Volba času         ne
 Hláška při čekání  –                                              Volat předem       ne

 a přidat  e upravit  c kopírovat  d smazat  m kdo obsluhuje  w čekající  o zavřít, otevřít  f co sem vede  v historie  ? nápověda
