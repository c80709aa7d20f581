 cclite  Operátor      Ana Nováková 2041  ■ HOVOŘÍ 3:18       živě     14:32:07
── ► HOVOŘÍ 3:18 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 p┌─ Přepojit hovor ───────────────────────────────────────── 1 nález ─┐
── Ce│ Komu     luc                                                       │─────
 vola│ Proč                                                               │
 answ│────────────────────────────────────────────────────────────────────│
 ◊ lo│ ▌ operátor  Lucie Dvořáková              ○ PAUZA            31:02  │
── Dř│                                                                    │─────
 so 2│                                                                    │
 st 1│                                                                    │esent
 pá 1│                                                                    │
── Po│                                                                    │52 ──
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │ Teď nemůže: volající čeká 30 s, pak na kohokoli.                   │
     └────────────────────────────────────────────────────────────────────┘


 Pište poznámky. Esc je opustí; písmena pak ovládají telefon.
 ◊ Lucie Dvořáková má přestávku. Dalším Enter volajícího předáte.
 Enter přepojit hned  F6 nejdřív konzultovat  Tab uvést proč  Esc zavřít
