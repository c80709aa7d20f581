 cclite  IVR › main-menu › Zkouška         Dana Hill  správa  živě     14:32:07
 Volající                     English   Stisknuto 2
 0-9 * # mačkají, mezerník je ticho   přítomni: ana=available ben=paused   mimo…
  0:00  1 start                         │
  0:00  2 welcome                       │
        ► welcome                       │
  0:03  3 Main menu  → 2                │┐
        ► choose                        ││
  0:06  5 l┌─ Kdo je přítomen a co chybí ───────────────────────────┐
  0:06  9 s│  ana                             volno                 │
           │  ben                             pauza                 │
 čeká ve fr│  prg-2                           v provozu             │┐
 zvonilo by│▌ lon-1                           mimo provoz           │▐
           └────────────────────────────────────────────────────────┘┘
                                        │
                                        │
                                        │┐
                                        ││
                                        │┘
                                        │
                                        │
                                        │┐        ┌─ 8 Zavěsit ──────┐

 Mezerník mění  ↑ ↓ posun  Esc zpět ke zkoušce
