 cclite  Fronty                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Fronta▲           Čeká   Nejdéle    Volní        SLA  Stav
   billing              1      0:05        3   ● 83,9 %  ● otevřená
   night                0         –        0          –  ● otevřená
   sales-e┌─ ▲ Smazat frontu ──────────────────── nelze vrátit zpět ─┐08:00
   support│ Co se s tím dělo, zůstává v žurnálu a číslech.           │
 ▌ support│ Používá: Fronty: support-1                               │
          │                                                          │
── support│ Pro pokračování napište název:                           │verze 3 ──
 Dnes     │ support-2                                                │
 Ve frontě│ ‹                                                      › │
 Název špa│                                                          │
 Název čes│ [ Ne ]    [ Smazat ]    ještě ne: název nesouhlasí       │
 Strategie└──────────────────────────────────────────────────────────┘
 Požadavky          –                    Přetečení          zavěsit
 Další operátor po  0:10                 Přetečení do       –
 Váha               10                   Doba zvonění       0:20
 Týž operátor, dny  0                    Zápis              na určitou dobu
 ... z jiné fronty  ne                   Doba zápisu        1:00
 ... čeká po dobu   0:30                 Čas navíc          0:30

 Tab přechází   Enter stiskne   Esc je Ne
