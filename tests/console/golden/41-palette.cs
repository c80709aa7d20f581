 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prode┌─ Příkaz ────────────────────────────────────────────── 38 z 464 ─┐ 22:10
 Podpo│ : call                                                           │
 Faktu│──────────────────────────────────────────────────────────────────│
      │ ▌ přijmout                   F2          Nic nezvoní.            │
── Ček│   podržet                    F3          Hovor neprobíhá.        │──────
 Žádný│   ztišit                     F4          Hovor neprobíhá.        │
 ● Při│   přepojit                   F5          Hovor neprobíhá.        │
      │   číselnice                  F7          Hovor neprobíhá.        │
── Pos│   zavolat na číslo           Alt-n       call dial               │──────
 14:22│   zavěsit                    F8          Hovor neprobíhá.        │lášen…
 14:15│   dokončit přepojení                     S nikým nekonzultujete. │žen 2×
 14:11│   spojit telefon             Alt-l       Váš telefon není z těch…│í
      │   zpět k volajícímu                      S nikým nekonzultujete. │
      │                                                                  │
      └──────────────────────────────────────────────────────────────────┘




 ↑↓ vybírá   Tab doplní   Enter spustí   Esc zavře
