 cclite  Fronty                                   Dana Hill   živě     14:32:07
 Fronty │ Vstupy │ Linky │ Důvody pauzy │ Výsledky
────────────────────────────────────────────────────────────────────────────────
   Fronta▲        Název           Čeká   Nejdéle    Volní  Operátoři        SLA
 ▌ billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-en       Sales EN           0         –        3         11   ● 86,4 %
   support-1      Support Ti…       11      3:52        0         14   ▲ 61,7 %
   support-2      Support Ti…        1      0:31        2          8   ◊ 78,8 %




── billing ────────────────────────────────────────────────────────── verze 3 ──
 Název španělsky    Facturación          Dokončení          na určitou dobu
 Název česky        Fakturace            Doba zápisu        1:00
 Strategie          nejdéle volno        Čas navíc          0:30
 Max. čekajících    40                   Dokončení nejvýše  5:00
 Max. čekání        10:00                Nepřijato          0:10
 Přetečení          zavěsit              Odmítnuto          0:05
 Přetečení do       –                    Obsazený telefon   0:30
 Doba zvonění       0:20                 Selhání telefonu   0:30

 a přidat  e upravit  d smazat  m kdo obsluhuje  / filtr  : příkazy  ? nápověda
