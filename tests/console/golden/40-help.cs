 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ a          přijmout  Nic nezvoní.      M          zprávy                     │
│ h          podržet  Žádný hovor nepro… Ctrl-T     prostý pohled              │
│ m          ztišit  Žádný hovor neprob… F12        myš zapnout, vypnout       │
│ x          přepojit  Žádný hovor nepr…                                       │
│ d          číselnice  Žádný hovor nep…                                       │
│ k          zavěsit  Žádný hovor nepro…                                       │
│ s          stav                                                              │
│ ?          nápověda                                                          │
│ :          příkazy                                                           │
│ g          přejít na                                                         │
│ Esc        zpět                                                              │
│ q          zavřít                                                            │
│ Q          skončit                                                           │
│ Ctrl-L     překreslit                                                        │
└──────────────────────────────────────────────────────────────────────────────┘



 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
