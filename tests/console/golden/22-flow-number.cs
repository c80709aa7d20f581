 cclite  IVR › main-menu › Zkouška         Dana Hill  správa  živě     14:32:07
 Volající                     English   Stisknuto 104233
 0-9 * # pokračují, Enter číslo ukončí
  0:00  1 start                         │
  0:00  0 number                        │  ┌─ 1 Začátek ──────┐      ┌─ 2 Hláška
        ► ask_custno                    │  ▌ start            ▐─────►┤ welcome
        num = 104233                    │  └──────────────────┘      │ chyba
        level = gold                    │                            └──────────
  0:15  0 vip  → ne                     │
  0:15  0 told                          │                                      ┌
        ► Thank you, Ana.               │                                      ▼
                                        │  ┌─ 10 Počkat ──────┐      ┌─ 3 Main m
 Hovor končí                            │  │ 0:02             ├───┐  │ choose
                                        │  └──────────────────┘   │  │ 0
                                        │                         │  │ 1 Sales E
                                        │                         │  │ 2 languag
                                        │                         │  │ 3 billing
                                        │                         │  │ bez volby
                                        │                         │  └──────────
                                        │                         │
                                        │                         │
                                        │                         │

 b krok zpět  r od začátku  Tab volající, čas, klávesy  : příkazy  ? nápověda
