 cclite  Operátor      Ana Nováková 2041  ■ HOVOŘÍ 3:18       živě     14:32:07
── ► HOVOŘÍ 3:18 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 p┌─ Přepojit hovor ───────────────────────────────────────── 1 nález ─┐
── Ce│ Komu     +44 770                                                   │─────
 vola│ Proč     duty mobile                                               │
 answ│────────────────────────────────────────────────────────────────────│
 ◊ lo│ ▌ číslo     +44 770                                                │
── Dř│                                                                    │─────
 so 2│                                                                    │
 st 1│                                                                    │esent
 pá 1│                                                                    │
── Po│                                                                    │52 ──
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │ Volající se předá hned; vám zbude zápis.                           │
     └────────────────────────────────────────────────────────────────────┘


 Pište poznámky. Esc je opustí; písmena pak ovládají telefon.

 Enter přepojit hned  F6 nejdřív konzultovat  Tab uvést proč  Esc zavřít
