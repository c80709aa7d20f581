 cclite  Operátor      Ana Nováková 2041  ■ HOVOŘÍ 3:18       živě     14:32:07
── ► HOVOŘÍ 3:18 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 p┌─ Přepojit hovor ──────────────────────────────────────── 7 nálezů ─┐
── Ce│ Komu                                                               │─────
 vola│ Proč                                                               │
 answ│────────────────────────────────────────────────────────────────────│
 ◊ lo│ ▌ operátor  Priya Nair                   ● VOLNO             1:12  │
── Dř│   fronta    Podpora 2                    3 volných z 8, 1 čeká     │─────
 so 2│   operátor  Tom Becker                   ■ HOVOŘÍ            4:02  │
 st 1│   operátor  Lucie Dvořáková              ○ PAUZA            31:02  │esent
 pá 1│   scénář    after-hours                                            │
── Po│   operátor  Sam Reed                     · MIMO           2:13:20  │52 ──
     │   fronta    Prodej EN                    zavřená                   │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │ Volající se předá hned; vám zbude zápis.                           │
     └────────────────────────────────────────────────────────────────────┘


 Pište poznámky. Esc je opustí; písmena pak ovládají telefon.

 Enter přepojit hned  F6 nejdřív konzultovat  Tab uvést proč  Esc zavřít
