 cclite  IVR › main-menu                   Dana Hill  správa  živě     14:32:07
 ▌Výběr    Spojit    Posun    měřítko 1:1   pohled 0,0 z 106×22       verze 7

  ┌─ 1 Začátek ──────┐      ┌─ 2 Hláška ───────┐
  │ start            ├─────►▌ welcome          ▐──┐
  └──────────────────┘      ▌ chyba            ▐┐ │       ┌─ 4 Sales EN ─────┐
                            └──────────────────┘│ │    ┌─►┤ sales-en         │
                                                │ │    │  └──────────────────┘
                                      ┌─────────┴─┘    │
                                      ▼                │
  ┌─ 10 Počkat ──────┐      ┌─ 3 Main menu ────┐       │  ┌─ 5 Jazyk ────────┐
  │ 0:02             ├───┐  │ choose           │       │┌►┤ čeština          ├──
  └──────────────────┘   │  │ 0                │─?     ││ └──────────────────┘
                         │  │ 1 Sales EN       ├─1─────┘│
                         │  │ 2 language       ├─2──────┘
                         │  │ 3 billing        ├─3┐       ┌─ 6 Fronta ───────┐
                         │  │ bez volby, nepl… ├─┐└──────►┤ billing          │
                         │  └──────────────────┘ │        └──────────────────┘
                         │                       │
                         │                       │
 ▲ 3 východ 0 není spojen.   +4
 Uzel 2 welcome   východů 2, spojených 2
 ◊ 2  Hláška: Add the prompt in Czech: callers may hear it so.
 Enter upravit  c spojit  m přesunout  n přidat uzel  Ctrl-S uložit  ? nápověda
