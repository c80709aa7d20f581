 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a       přijmout  Nic nezvoní.         Esc     zpět                          │
│ h       podržet  Hovor neprobíhá.      q       zavřít                        │
│ m       ztišit  Hovor neprobíhá.       Q       skončit                       │
│ x       přepojit  Hovor neprobíhá.     Ctrl-L  překreslit                    │
│ d       číselnice  Hovor neprobíhá.    M       zprávy                        │
│ n       zavolat na číslo               Ctrl-T  prostý pohled                 │
│ k       zavěsit  Hovor neprobíhá.      F12     myš zapnout, vypnout          │
│ s       stav                           Alt-l   spojit telefon                │
│ ?       nápověda                                Váš telefon není z těch,     │
│ :       příkazy                                 které zůstávají spojené.     │
│ g       přejít na                                                            │
└──────────────────────────────────────────────────────────────────────────────┘




 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
