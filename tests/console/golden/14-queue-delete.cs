 cclite  Fronty                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky
────────────────────────────────────────────────────────────────────────────────
   Fronta▲        Název           Čeká   Nejdéle    Volní  Operátoři        SLA
   billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-e┌─ ▲ Smazat frontu ──────────────────── nelze vrátit zpět ─┐ ● 86,4 %
   support│ Co se s tím dělo, zůstává v žurnálu a číslech.           │ ▲ 61,7 %
 ▌ support│ Používá: Fronty: support-1                               │ ◊ 78,8 %
          │                                                          │
── support│ Pro pokračování napište název:                           │verze 3 ──
 Dnes     │ support-2                                                │
 Ve frontě│ ‹                                                      › │
 Název špa│                                                          │
 Název čes│ [ Ne ]    [ Smazat ]    ještě ne: název nesouhlasí       │
 Strategie└──────────────────────────────────────────────────────────┘
 Max. čekajících    40                   Nepřijato          0:10
 Max. čekání        10:00                Odmítnuto          0:05
 Přetečení          zavěsit              Obsazený telefon   0:30
 Přetečení do       –                    Selhání telefonu   0:30
 Doba zvonění       0:20                 Zmeškaných do pau… 3
 Dokončení          na určitou dobu      Hudba              music

 Tab přechází   Enter stiskne   Esc je Ne
