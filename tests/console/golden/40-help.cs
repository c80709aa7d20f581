 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta             Čeká Nejdéle  Volní      SLA Vyřízeno     31 Průměr     5:11
 Prodej EN             0       –      3 ● 86,4 % Zmeškáno      1 Hovory  2:14:50
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ –          přijmout  Nic nezvoní.      q          zavřít                     │
│ –          podržení  Žádný hovor nepr… Q          skončit                    │
│ –          ztišit  Žádný hovor neprob… Ctrl-L     překreslit                 │
│ –          přepojit  Žádný hovor nepr… M          zprávy                     │
│ –          číselnice  Žádný hovor nep… Ctrl-T     prostý pohled              │
│ –          zavěsit  Žádný hovor nepro… F12        myš zapnout, vypnout       │
│ s          stav                                                              │
│ ?          nápověda                                                          │
│ :          příkazy                                                           │
│ g          přejít na                                                         │
│ Esc        zpět                                                              │
└──────────────────────────────────────────────────────────────────────────────┘




 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
