 cclite  Fronty                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Fronta▲           Čeká   Nejdéle    Volní        SLA  Stav
 ▌ billing              1      0:05        3   ● 83,9 %  ● otevřená
   night                0         –        0          –  ● otevřená
   sales-en             0         –        3   ● 86,4 %  ○ zavřená do 08:00
   support-1           11      3:52        0   ▲ 61,7 %  ● otevřená
   support-2            1      0:31        2   ◊ 78,8 %  ● otevřená

── billing ────────────────────────────────────────────────────────── verze 3 ──
 Dnes       nabídnuto 155, přijato 151, zavěšeno 1,2 %, SLA 83,9 %
 Ve frontě  ▁▂▄▂▂▁▁▂▂▄▆█▄▂▂▁▁▁▂▂▄▄▂▂  teď 1, nejvýše 4 za 2 hodiny
 Východiska –
 Název španělsky    Facturación          ... čeká po dobu   0:30
 Název česky        Fakturace            Max. čekajících    40
 Strategie          nejdéle volno        ... otevře pod     0
 Požadavky          –                    Max. čekání        10:00
 Další operátor po  0:10                 Přetečení          zavěsit
 Váha               10                   Přetečení do       –
 Týž operátor, dny  0                    Doba zvonění       0:20
 ... z jiné fronty  ne                   Zápis              na určitou dobu

 a přidat  e upravit  d smazat  w čekající  o zavřít, otevřít  ? nápověda
