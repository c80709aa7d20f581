 cclite  Fronty                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Fronta▲           Čeká   Nejdéle    Volní        SLA  Stav
   billing              1      0:05        3   ● 83,9 %  ● otevřená
   night                0         –        0          –  ● otevřená
 ▌ sales-en             0         –        3   ● 86,4 %  ○ zavřená do 08:00
   suppo┌─ Noční přepínač ────────────────────────────────── Sales EN ─┐
   suppo│   Volající uslyší  ‹ nic: hned se zavěsí          ▼ ›        │
        │   Do dne           ‹                ›                        │
── sales│   Do hodin         ‹          ›                              │rze 3 ──
 Dnes   │                                                              │
 Ve fron│   [ Zavřít ]   [ Otevřít ]                                   │
 Název š│ Kdo čeká, zůstává, pokud východisko neurčí jinak.            │
 Název č└──────────────────────────────────────────────────────────────┘
 Strategie          nejdéle volno        Přetečení          zavěsit
 Požadavky          –                    Přetečení do       –
 Další operátor po  0:10                 Doba zvonění       0:20
 Váha               10                   Zápis              na určitou dobu
 Týž operátor, dny  0                    Doba zápisu        1:00
 ... z jiné fronty  ne                   Čas navíc          0:30
 ... čeká po dobu   0:30                 Zápis nejvýše      5:00

 Tab přechází   Enter stiskne tlačítko   Esc nechá, jak je
