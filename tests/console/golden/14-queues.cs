 cclite  Fronty                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky
────────────────────────────────────────────────────────────────────────────────
   Fronta▲        Název           Čeká   Nejdéle    Volní  Operátoři        SLA
 ▌ billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-en       Sales EN           0         –        3         11   ● 86,4 %
   support-1      Support Ti…       11      3:52        0         14   ▲ 61,7 %
   support-2      Support Ti…        1      0:31        2          8   ◊ 78,8 %

── billing ────────────────────────────────────────────────────────── verze 3 ──
 Dnes       nabídnuto 155, přijato 151, zavěšeno 1,2 %, SLA 83,9 %
 Ve frontě  ▁▂▄▂▂▁▁▂▂▄▆█▄▂▂▁▁▁▂▂▄▄▂▂  teď 1, nejvýše 4 za 2 hodiny
 Název španělsky    Facturación          Doba zápisu        1:00
 Název česky        Fakturace            Čas navíc          0:30
 Strategie          nejdéle volno        Dokončení nejvýše  5:00
 Max. čekajících    40                   Nepřijato          0:10
 Max. čekání        10:00                Odmítnuto          0:05
 Přetečení          zavěsit              Obsazený telefon   0:30
 Přetečení do       –                    Selhání telefonu   0:30
 Doba zvonění       0:20                 Zmeškaných do pau… 3
 Dokončení          na určitou dobu      Hudba              music

 a přidat  e upravit  c kopírovat  d smazat  m kdo obsluhuje  ? nápověda
