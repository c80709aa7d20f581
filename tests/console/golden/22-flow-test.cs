 cclite  IVR › main-menu › Zkouška         Dana Hill  správa  živě     14:32:07
 Volající                     English   Stisknuto 2
 0-9 * # mačkají, mezerník je ticho
  0:00  1 start                         │
  0:00  2 welcome                       │
        ► welcome                       │
  0:03  3 Main menu  → 2                │┐
        ► choose                        ││
  0:06  5 language                      │┘
  0:06  9 support                       │
                                        │
 čeká ve frontě support-1               │┐        ┌─ 9 Fronta ───────┐
 zvonilo by: ana petr                   │▐───────►▌ support-1        ▐
                                        │┘        └──────────────────┘
                                        │
                                        │
                                        │┐
                                        ││
                                        │┘
                                        │
                                        │
                                        │┐        ┌─ 8 Zavěsit ──────┐

 b krok zpět  r od začátku  Tab volající, čas, klávesy  : příkazy  ? nápověda
