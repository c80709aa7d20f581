 cclite  IVR › main-menu › Zkouška         Dana Hill  správa  živě     14:32:07
 Volající                     en   Stisknuto 2
 0-9 * # mačkají, mezerník je ticho   přítomni: ana=available ben=paused   mimo…
  0:00  1 start                         │
  0:00  2 welcome                       │
  0:03  3 Main menu  → 2                │
  0:06  5 language                      │┐
  0:06  9 support                       ││
           ┌─ Kdo je přítomen a co chybí ───────────────────────────┐
 čeká ve fr│  ana                             volno                 │
           │  ben                             pauza                 │
           │  prg-2                           v provozu             │┐
           │▌ lon-1                           mimo provoz           │▐
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
