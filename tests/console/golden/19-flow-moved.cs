 cclite  IVR › main-menu                   Dana Hill  správa  živě     14:32:07
  Výběr    Spojit   ▌Posun    měřítko 1:1   pohled 0,1 z 106×22       verze 7 ◊
  ┌─ 1 Začátek ──────┐      ┌─ 2 Hláška ───────┐
  │ start            ├─────►┤ welcome          ├──┐
  └──────────────────┘      │ chyba            ├┐ │       ┌─ 4 Sales EN ─────┐
                            └──────────────────┘│ │    ┌─►┤ sales-en         │
                                                │ │    │  └──────────────────┘
                                                │ │    │
                                                │ │    │
  ┌─ 10 Počkat ──────┐                  ┌───────┴─┘    │  ┌─ 5 Jazyk ────────┐
  │ 0:02             ├───┐              ▼           ┌──┼─►┤ čeština          ├──
  └──────────────────┘   │    ┌─ 3 Main menu ────┐  │  │  └──────────────────┘
                         │    ▌ choose           ▐  │  │
                         │    ▌ 0                ▐─?│  │
                         │    ▌ 1 Sales EN       ▐─1┼──┘  ┌─ 6 Fronta ───────┐
                         │    ▌ 2 language       ▐─2┘   ┌►┤ billing          │
                         │    ▌ 3 billing        ▐─3────┘ └──────────────────┘
                         │    ▌ bez volby, nepl… ▐─┐
                         │    └──────────────────┘ │
                         │                         │      ┌─ 7 Hláška ───────┐
 ▲ 3 východ 0 není spojen.   ◊ 10 Nic sem nevede.
 Uzel 3 main_menu   východů 7, spojených 6

 Enter položit  Esc jak bylo  : příkazy  ? nápověda
