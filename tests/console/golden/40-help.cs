 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prodej ES            0       –      1 ● 100,0 %                 Zápis     22:10
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a          přijmout  Nic nezvoní.      :          příkazy                    │
│ h          podržet  Žádný hovor nepro… g          přejít na                  │
│ m          ztišit  Žádný hovor neprob… Esc        zpět                       │
│ x          přepojit  Žádný hovor nepr… q          zavřít                     │
│ d          číselnice  Žádný hovor nep… Q          skončit                    │
│ n          zavolat na číslo            Ctrl-L     překreslit                 │
│ k          zavěsit  Žádný hovor nepro… M          zprávy                     │
│ s          stav                        Ctrl-T     prostý pohled              │
│ ?          nápověda                    F12        myš zapnout, vypnout       │
└──────────────────────────────────────────────────────────────────────────────┘





 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
