 cclite  Fronty                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Fronta▲           Čeká   Nejdéle    Volní        SLA  Stav
 ▌ billing              1      0:05        3   ● 83,9 %  ● otevřená
   night                0         –        0          –  ● otevřená
   sales-en             0         –        3   ● 86,4 %  ○ zavřená do 08:00
   support-1           11      3:52        0   ▲ 61,7 %  ● otevřená
   support-2  ┌─ Co sem vede ────────────────────────────────────┐á
              │ ▌      scénář: main-menu                         │
── billing ───│        směrovací pravidlo: vip                   │─── verze 3 ──
 Dnes       na│        pravidlo v konceptu: soon                 │
 Ve frontě  ▁▂│        východisko: to-support                    │
 Východiska – └──────────────────────────────────────────────────┘
 Název španělsky    Facturación          ... čeká po dobu   0:30
 Název česky        Fakturace            Max. čekajících    40
 Strategie          nejdéle volno        ... otevře pod     0
 Požadavky          –                    Max. čekání        10:00
 Další operátor po  0:10                 Přetečení          zavěsit
 Váha               10                   Přetečení do       –
 Týž operátor, dny  0                    Doba zvonění       0:20
 ... z jiné fronty  ne                   Zápis              na určitou dobu

 ↑↓ posouvá   Esc zavře
