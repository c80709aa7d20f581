 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prode┌─ Příkaz ────────────────────────────────────────────── 13 z 145 ─┐ 22:10
 Podpo│ : call                                                           │
 Faktu│──────────────────────────────────────────────────────────────────│
      │ ▌ přijmout                   F2          Nic nezvoní.            │
── Ček│   podržet                    F3          Žádný hovor neprobíhá.  │──────
 Žádný│   ztišit                     F4          Žádný hovor neprobíhá.  │
      │   přepojit                   F5          Žádný hovor neprobíhá.  │
── Pos│   číselnice                  F7          Žádný hovor neprobíhá.  │──────
 14:22│   zavěsit                    F8          Žádný hovor neprobíhá.  │
 14:15│   odmítnout                  k           Nic nezvoní.            │
      │   uložit, volno              Enter       Není co dokončovat.     │
      │   uložit, pauza              w           Není co dokončovat.     │
      │   přidat čas                 e           Není co dokončovat.     │
      └──────────────────────────────────────────────────────────────────┘





 ↑↓ vybírá   Tab doplní   Enter spustí   Esc zavře
