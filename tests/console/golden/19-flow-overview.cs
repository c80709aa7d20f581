 cclite  IVR › main-menu                   Dana Hill  správa  živě     14:32:07
 ▌Výběr    Spojit    Posun    přehled   pohled 0,0 z 26×7             verze 7
  [1]───►[2]┐
        ┌───┘┌─►[4]
  [10]┐ │[3]─?─►[5]───►[9]
      │ │ ▲  │
      │ └─┘  ├─►[6]
      │      │
      │      └─►[7]┐ ┌►[8]
      └────────────┴─┘










 ▲ 3 východ 0 není spojen.   ◊ 10 Nic sem nevede.
 Uzel 1 start   východů 1, spojených 1

 Enter upravit  c spojit  m přesunout  n přidat uzel  Ctrl-S uložit  ? nápověda
