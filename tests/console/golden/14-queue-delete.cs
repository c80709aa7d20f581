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
 Požadavky          –                    Přetečení do       –
 Další operátor po  0:10                 Doba zvonění       0:20
 Váha               10                   Zápis              na určitou dobu
 Týž operátor, dny  0                    Doba zápisu        1:00
 ... z jiné fronty  ne                   Čas navíc          0:30
 ... čeká po dobu   0:30                 Zápis nejvýše      5:00

 Tab přechází   Enter stiskne   Esc je Ne
