 cclite  Kontakty              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ Enter   podrobnosti                    Ctrl-L  překreslit                    │
│ f       hledat                         M       zprávy                        │
│ l       jeho nahrávky                  Ctrl-T  prostý pohled                 │
│ m       jeho zprávy                    F12     myš zapnout, vypnout          │
│ L       trasování SIP                  F2      přijmout  Nic nezvoní.        │
│ r       načíst znovu                   F3      podržet  Hovor neprobíhá.     │
│ /       filtr                          F4      ztišit  Hovor neprobíhá.      │
│ n       další nález                    F5      přepojit  Hovor neprobíhá.    │
│ N       předchozí nález                F7      číselnice  Hovor neprobíhá.   │
│ |       sloupce                        Alt-n   zavolat na číslo              │
│ ?       nápověda                       F8      zavěsit  Hovor neprobíhá.     │
│ :       příkazy                        F9      stav                          │
│ g       přejít na                      Alt-l   spojit telefon                │
│ Esc     zpět                                    Váš telefon není z těch,     │
│ q       zavřít                                  které zůstávají spojené.     │
│ Q       skončit                                                              │
└──────────────────────────────────────────────────────────────────────────────┘
 6, to je vše

 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
