 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta             Čeká Nejdéle  Volní      SLA Vyřízeno     31 Průměr     5:11
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a          přijmout  Nic nezvoní.      Ctrl-L     překreslit                 │
│ h          podržet  Žádný hovor nepro… M          zprávy                     │
│ m          ztišit  Žádný hovor neprob… Ctrl-T     prostý pohled              │
│ x          přepojit  Žádný hovor nepr… F12        myš zapnout, vypnout       │
│ d          číselnice  Žádný hovor nep…                                       │
│ k          zavěsit  Žádný hovor nepro…                                       │
│ s          stav                                                              │
│ ?          nápověda                                                          │
│ :          příkazy                                                           │
│ g          přejít na                                                         │
│ Esc        zpět                                                              │
│ q          zavřít                                                            │
│ Q          skončit                                                           │
└──────────────────────────────────────────────────────────────────────────────┘



 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
