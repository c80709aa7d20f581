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
 Východi│ Kdo čeká, zůstává, pokud východisko neurčí jinak.            │
 Název š└──────────────────────────────────────────────────────────────┘
 Název česky        Fakturace            Max. čekajících    40
 Strategie          nejdéle volno        ... otevře pod     0
 Požadavky          –                    Max. čekání        10:00
 Další operátor po  0:10                 Přetečení          zavěsit
 Váha               10                   Přetečení do       –
 Týž operátor, dny  0                    Doba zvonění       0:20
 ... z jiné fronty  ne                   Zápis              na určitou dobu

 Tab přechází   Enter stiskne tlačítko   Esc nechá, jak je
