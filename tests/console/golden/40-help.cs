 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a          přijmout  Nic nezvoní.      g          přejít na                  │
│ h          podržet  Žádný hovor nepro… Esc        zpět                       │
│ m          ztišit  Žádný hovor neprob… q          zavřít                     │
│ x          přepojit  Žádný hovor nepr… Q          skončit                    │
│ d          číselnice  Žádný hovor nep… Ctrl-L     překreslit                 │
│ n          zavolat na číslo            M          zprávy                     │
│ k          zavěsit  Žádný hovor nepro… Ctrl-T     prostý pohled              │
│ s          stav                        F12        myš zapnout, vypnout       │
│ ?          nápověda                    Alt-l      spojit telefon  Váš telefo…│
│ :          příkazy                                                           │
└──────────────────────────────────────────────────────────────────────────────┘





 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
