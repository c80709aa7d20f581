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
 Východisk│                                                          │
 Název špa│ [ Ne ]    [ Smazat ]    ještě ne: název nesouhlasí       │
 Název čes└──────────────────────────────────────────────────────────┘
 Strategie          nejdéle volno        ... otevře pod     0
 Požadavky          –                    Max. čekání        10:00
 Další operátor po  0:10                 Přetečení          zavěsit
 Váha               10                   Přetečení do       –
 Týž operátor, dny  0                    Doba zvonění       0:20
 ... z jiné fronty  ne                   Zápis              na určitou dobu

 Tab přechází   Enter stiskne   Esc je Ne
