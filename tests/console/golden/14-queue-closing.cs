 cclite  Fronty                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Fronta▲           Čeká   Nejdéle    Volní        SLA  Stav
 ▌ billing              1      0:05        3   ● 83,9 %  ● otevřená
   night                0         –        0          –  ● otevřená
   sales-en             0         –        3   ● 86,4 %  ○ zavřená do 08:00
   suppo┌─ Noční přepínač ─────────────────────────────────── Billing ─┐
   suppo│◊  Volající uslyší  ‹ welcome                      ▼ ›        │
        │   Do dne           ‹                ›                        │
── billi│◊▌ Do hodin         ‹ 18:30    ›                              │rze 3 ──
 Dnes   │                                                              │
 Ve fron│   [ Zavřít ]   [ Otevřít ]                                   │
 Název š│ Kdo čeká, zůstává, pokud východisko neurčí jinak.            │
 Název č└──────────────────────────────────────────────────────────────┘
 Strategie          nejdéle volno        Max. čekání        10:00
 Požadavky          –                    Přetečení          zavěsit
 Další operátor po  0:10                 Přetečení do       –
 Váha               10                   Doba zvonění       0:20
 Týž operátor, dny  0                    Zápis              na určitou dobu
 ... z jiné fronty  ne                   Doba zápisu        1:00
 ... čeká po dobu   0:30                 Čas navíc          0:30

 Tab přechází   Enter stiskne tlačítko   Esc nechá, jak je
