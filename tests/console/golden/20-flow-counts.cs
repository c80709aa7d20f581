 cclite  IVR › main-menu                                                           Dana Hill  správa  živě     ne 22. 11.  14:32:07
 ▌Výběr    Spojit    Posun    měřítko 1:1   pohled 0,0 z 106×22                                                           verze 7
── n přidá ──────│                                                                                ── Uzel 3  Nabídka ───────────────
 a Přijmout      │  ┌─ 1 Začátek ──────┐      ┌─ 2 Hláška ───────┐                                │
 p Hláška        │  │ start            ├─────►┤ welcome          ├──┐                             │ Krátký název main_menu
 m Nabídka       │  └──────────────────┘      │ chyba            ├┐ │       ┌─ 4 Sales EN ─────┐  │ Název        Main menu
 l Jazyk         │                            └──────────────────┘│ │    ┌─►┤ sales-en         │  │ Hláška       choose
 q Fronta        │                                                │ │    │  └──────────────────┘  │ Z knihovny   –
 e Zavěsit       │                                      ┌─────────┴─┘    │                        │ Doba čekání  0:05
 b Začátek       │                                      ▼                │                        │ Pokusů       3
 z Počkat        │  ┌─ 10 Počkat ──────┐      ┌─ 3 Main menu ────┐       │  ┌─ 5 Jazyk ────────┐  │ Text (en)    –
 % Losem         │  │ 0:02             ├───┐  ▌ choose           ▐       │┌►┤ čeština          ├──│ Text (es)    –
 d Zadání číslic │  └──────────────────┘   │  ▌ 0                ▐─?     ││ └──────────────────┘  │ Text (cs)    –
 s Nastavit      │                         │  ▌ 1 Sales EN       ▐─1 62──┘│                       │ Další pokusy –
 I Podle hodnoty │                         │  ▌ 2 language       ▐─2 88───┘                       │ Při chybě    –
 o Opakovat      │                         │  ▌ 3 billing        ▐─3┐       ┌─ 6 Fronta ───────┐  │ Při mlčení   –
 L Volba jazyka  │                         │  ▌ bez volby, nepl… ▐─┐└──────►┤ billing          │  │ Přerušitelné ano
 + Priorita      │                         │  └──────────────────┘ │        └──────────────────┘  │
 t Štítek        │                         │                       │                              │ Východ       Vede do
 R Nahrávání     │                         │                       │                              │ 0            ▲ nikam
 n  15 dalších   │                         │                       │        ┌─ 7 Hláška ───────┐  │ 1            4 Sales EN
                 │                         │                       └───────►┤ sorry            ├──│ 2            5 language
 Přehled         │                         │                                │ chyba            ├──│ 3            6 billing
                 │                         │                                └──────────────────┘  │ bez volby    7 sorry
 1 Začátek       │                         │                                                      │ neplatné     7 sorry
 2 Hláška        │                         └──────────────────────────────────────────────────────│ chyba        7 sorry
 3 Main menu     │                                                                                │
 4 Sales EN      │                                                                                │ Volajících dnes: 200
 5 Jazyk         │                                                                                │ 1           ██░░░░░░  31,0 %
 6 Fronta        │                                                                                │ 2           ████░░░░  44,0 %
 7 Hláška        │                                                                                │ 3           █░░░░░░░  13,0 %
 8 Zavěsit       │                                                                                │ bez volby   ░░░░░░░░   6,0 %
 9 Fronta        │                                                                                │ zavěsili    ░░░░░░░░   6,0 %
 10 Počkat       │── Problémy  2 ─────────────────────────────────────────────────────────────────│
                 │ ▲  3  východ 0 není spojen.                                                    │
                 │ ◊  10  Nic sem nevede.                                                         │
                 │ ●  uzlů 10, šipek 13, východů bez šipky 1                                      │
                 │                                                                                │
                 │                                                                                │

 Uzel 3 main_menu   východů 7, spojených 6

 Enter upravit  c spojit  m přesunout  n přidat uzel  d smazat  Ctrl-S uložit  T zkouška  S uložené testy  P zveřejnit  ? nápověda
