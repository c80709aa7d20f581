 cclite  IVR › main-menu                   Dana Hill  správa  živě     14:32:07
 ▌Výběr    Spojit    Posun    měřítko 1:1   pohled 31,0 z 138×17      verze 7 ◊

─ 2 Hláška ───────┐        ┌─ 3 Main menu ────┐          ┌─ 4 Sales EN ─────┐
 welcome          ├──┬────►┤ choose           │        ┌►▌ sales-en         ▐
 chyba            ├──┘     │ 0                │─?      │ └──────────────────┘
──────────────────┘        │ 1 Sales EN       ├─1──────┘
                           │ 2 language       ├─2┐       ┌─ 5 Jazyk ────────┐
─────────────────────────┐ │ 3 billing        ├─┐└──────►┤ čeština          ├───
                         │ │ bez volby, nepl… ├─┼─┐      └──────────────────┘
                         │ └──────────────────┘ │ │
                         │                      │ │      ┌─ 7 Hláška ───────┐
                         │                      │ └─────►┤ sorry            ├──┬
                         │                      │        │ chyba            ├──┤
                         │                      │        └──────────────────┘  │
                         └──────────────────────┼──────────────────────────────┘
                                                │        ┌─ 6 Fronta ───────┐
                                                └───────►┤ billing          │
                                                         └──────────────────┘

 ▲ 3 východ 0 není spojen.   ◊ 10 Nic sem nevede.
 Uzel 4 sales   východů 1, spojených 0

 Enter upravit  c spojit  m přesunout  n přidat uzel  Ctrl-S uložit  ? nápověda
