 cclite  IVR › main-menu                                                           Dana Hill  správa  živě     ne 22. 11.  14:32:07
 ▌Výběr    Spojit    Posun    měřítko 1:1   pohled 0,0 z 106×22                                                           verze 7
── n přidá ──────│                                                                                ── Uzel 2  Hláška ────────────────
 a Přijmout      │  ┌─ 1 Začátek ──────┐      ┌─ 2 Hláška ───────┐                                │
 p Hláška        │  │ start            ├─────►▌ welcome          ▐──┐                             │ Krátký název welcome
 m Nabídka       │  └──────────────────┘      ▌ chyba            ▐┐ │       ┌─ 4 Sales EN ─────┐  │ Název        –
 l Jazyk         │                            └──────────────────┘│ │    ┌─►┤ sales-en         │  │ Hláška       –
 q Fronta        │                                                │ │    │  └──────────────────┘  │ Z knihovny   welcome
 e Zavěsit       │                                      ┌─────────┴─┘    │                        │   0:06  en ◊ es ● cs ◊
 b Začátek       │                                      ▼                │                        │
 z Počkat        │  ┌─ 10 Počkat ──────┐      ┌─ 3 Main menu ────┐       │  ┌─ 5 Jazyk ────────┐  │ Východ       Vede do
 % Losem         │  │ 0:02             ├───┐  │ choose           │       │┌►┤ čeština          ├──│ pak          3 Main menu
 d Zadání číslic │  └──────────────────┘   │  │ 0                │─?     ││ └──────────────────┘  │ chyba        3 Main menu
 s Nastavit      │                         │  │ 1 Sales EN       ├─1─────┘│                       │
 I Podle hodnoty │                         │  │ 2 language       ├─2──────┘                       │
 o Opakovat      │                         │  │ 3 billing        ├─3┐       ┌─ 6 Fronta ───────┐  │
 L Volba jazyka  │                         │  │ bez volby, nepl… ├─┐└──────►┤ billing          │  │
 + Priorita      │                         │  └──────────────────┘ │        └──────────────────┘  │
 t Štítek        │                         │                       │                              │
 R Nahrávání     │                         │                       │                              │
 n  15 dalších   │                         │                       │        ┌─ 7 Hláška ───────┐  │
                 │                         │                       └───────►┤ sorry            ├──│
 Přehled         │                         │                                │ chyba            ├──│
                 │                         │                                └──────────────────┘  │
 1 Začátek       │                         │                                                      │
 2 Hláška        │                         └──────────────────────────────────────────────────────│
 3 Main menu     │                                                                                │
 4 Sales EN      │                                                                                │
 5 Jazyk         │                                                                                │
 6 Fronta        │                                                                                │
 7 Hláška        │                                                                                │
 8 Zavěsit       │                                                                                │
 9 Fronta        │                                                                                │
 10 Počkat       │── Problémy  5 ─────────────────────────────────────────────────────────────────│
                 │ ▲  3  východ 0 není spojen.                                                    │
                 │ ▲  2  Hláška: Add the prompt in Czech: callers may hear it so.                 │
                 │ ▲  4  Fronta: Choose another: this one is gone.                                │
                 │ ▲  tests.gold: Let the test pass, or change what it expects.                   │
                 │ ●  uzlů 10, šipek 13, východů bez šipky 1                                      │

 Uzel 2 welcome   východů 2, spojených 2
 ◊ 2  Hláška: Add the prompt in Czech: callers may hear it so.
 Enter upravit  c spojit  m přesunout  n přidat uzel  d smazat  Ctrl-S uložit  T zkouška  S uložené testy  P zveřejnit  ? nápověda
