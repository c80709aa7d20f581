 cclite  Kontakty              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy            Volající       Fronta   Operátor     Čeká    Hovor  Konec
┌─ Klávesy zde ────────────────────────────────────────────────────────────────┐
│ /                                                                            │
│                                                                              │
│ Enter   podrobnosti                    Q       skončit                       │
│ f       hledat                         Ctrl-L  překreslit                    │
│ l       jeho nahrávky                  M       zprávy                        │
│ m       jeho zprávy                    Ctrl-T  prostý pohled                 │
│ L       trasování SIP                  F12     myš zapnout, vypnout          │
│ r       načíst znovu                   F2      přijmout  Nic nezvoní.        │
│ /       filtr                          F3      podržet  Hovor neprobíhá.     │
│ n       další nález                    F4      ztišit  Hovor neprobíhá.      │
│ N       předchozí nález                F5      přepojit  Hovor neprobíhá.    │
│ |       sloupce                        F7      číselnice  Hovor neprobíhá.   │
│ ?       nápověda                       Alt-n   zavolat na číslo              │
│ :       příkazy                        F8      zavěsit  Hovor neprobíhá.     │
│ g       přejít na                      F9      stav                          │
│ Esc     zpět                           Alt-l   spojit telefon  Váš telefon n…│
│ q       zavřít                                                               │
└──────────────────────────────────────────────────────────────────────────────┘
 6, to je vše

 psaním hledáte   ↑↓ posouvá   Enter spustí jediný nález   Esc zavře
