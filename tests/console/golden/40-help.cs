 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a       přijmout  Nic nezvoní.         g       přejít na                     │
│ h       podržet  Žádný hovor neprobíh… Esc     zpět                          │
│ m       ztišit  Žádný hovor neprobíhá. q       zavřít                        │
│ x       přepojit  Žádný hovor neprobí… Q       skončit                       │
│ d       číselnice  Žádný hovor neprob… Ctrl-L  překreslit                    │
│ n       zavolat na číslo               M       zprávy                        │
│ k       zavěsit  Žádný hovor neprobíh… Ctrl-T  prostý pohled                 │
│ s       stav                           F12     myš zapnout, vypnout          │
│ ?       nápověda                       Alt-l   spojit telefon  Váš telefon n…│
│ :       příkazy                                                              │
└──────────────────────────────────────────────────────────────────────────────┘





 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
