 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a       přijmout  Nic nezvoní.         g       přejít na                     │
│ h       podržet  Hovor neprobíhá.      Esc     zpět                          │
│ m       ztišit  Hovor neprobíhá.       q       zavřít                        │
│ x       přepojit  Hovor neprobíhá.     Q       skončit                       │
│ d       číselnice  Hovor neprobíhá.    Ctrl-L  překreslit                    │
│ n       zavolat na číslo               M       zprávy                        │
│ k       zavěsit  Hovor neprobíhá.      Ctrl-T  prostý pohled                 │
│ s       stav                           F12     myš zapnout, vypnout          │
│ ?       nápověda                       Alt-l   spojit telefon  Váš telefon n…│
│ :       příkazy                                                              │
└──────────────────────────────────────────────────────────────────────────────┘





 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
