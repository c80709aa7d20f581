 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prode┌─ Příkaz ────────────────────────────────────────────── 20 z 203 ─┐ 22:10
 Podpo│ : call                                                           │
 Faktu│──────────────────────────────────────────────────────────────────│
      │ ▌ přijmout                   F2          Nic nezvoní.            │
── Ček│   podržet                    F3          Žádný hovor neprobíhá.  │──────
 Žádný│   ztišit                     F4          Žádný hovor neprobíhá.  │
      │   přepojit                   F5          Žádný hovor neprobíhá.  │
── Pos│   číselnice                  F7          Žádný hovor neprobíhá.  │──────
 14:22│   zavolat na číslo           Alt-n       call dial               │lášen…
 14:15│   zavěsit                    F8          Žádný hovor neprobíhá.  │r
 14:11│   dokončit přepojení                     S nikým nekonzultujete. │í
      │   zpět k volajícímu                      S nikým nekonzultujete. │
      │   odmítnout                  k           Nic nezvoní.            │
      └──────────────────────────────────────────────────────────────────┘





 ↑↓ vybírá   Tab doplní   Enter spustí   Esc zavře
