 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prode┌─ Příkaz ───────────────────────────────────────────── 402 z 402 ─┐ 22:10
 Podpo│ :                                                                │
 Faktu│──────────────────────────────────────────────────────────────────│
      │ ▌ jeho zprávy                m           To se dělá mezi kontakt…│
── Ček│   zavolat na číslo           Alt-n       call dial               │──────
 Žádný│   přijmout                   F2          Nic nezvoní.            │
 ● Při│   podržet                    F3          Hovor neprobíhá.        │
      │   ztišit                     F4          Hovor neprobíhá.        │
── Pos│   přepojit                   F5          Hovor neprobíhá.        │──────
 14:22│   číselnice                  F7          Hovor neprobíhá.        │lášen…
 14:15│   zavěsit                    F8          Hovor neprobíhá.        │žen 2×
 14:11│   stav                       F9          state set               │í
      │   dokončit přepojení                     S nikým nekonzultujete. │
      │   To se dělá mezi kontakty: g t.                                 │
      └──────────────────────────────────────────────────────────────────┘




 ↑↓ vybírá   Tab doplní   Enter spustí   Esc zavře
