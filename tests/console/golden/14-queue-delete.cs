 cclite  Fronty                                   Dana Hill   živě     14:32:07
 Fronty │ Vstupy │ Linky │ Důvody pauzy │ Výsledky
────────────────────────────────────────────────────────────────────────────────
   Fronta▲        Název           Čeká   Nejdéle    Volní  Operátoři        SLA
   billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-e┌─ ▲ Smazat frontu ──────────────────── nelze vrátit zpět ─┐ ● 86,4 %
   support│ Co se s tím dělo, zůstává v žurnálu a číslech.           │ ▲ 61,7 %
 ▌ support│ Používá: Fronty: support-1                               │ ◊ 78,8 %
          │                                                          │
          │ Pro pokračování napište název:                           │
          │ support-2                                                │
          │ ‹                                                      › │
── support│                                                          │verze 3 ──
 Název špa│ [ Ne ]    [ Smazat ]    ještě ne: název nesouhlasí       │ dobu
 Název čes└──────────────────────────────────────────────────────────┘
 Strategie          nejdéle volno        Čas navíc          0:30
 Max. čekajících    40                   Dokončení nejvýše  5:00
 Max. čekání        10:00                Nepřijato          0:10
 Přetečení          zavěsit              Odmítnuto          0:05
 Přetečení do       –                    Obsazený telefon   0:30
 Doba zvonění       0:20                 Selhání telefonu   0:30

 Tab přechází   Enter stiskne   Esc je Ne
