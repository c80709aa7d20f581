 cclite  Zpět. volání  Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
 Moje 3   Tým 7   Po termínu 1   Ukončené 2
   Termín     Zbývá  Kdo            Číslo            Fronta    Pok.  Stav
 ▌▲14:20      -12 m  Hana Malá      +420602555118    Podpora…   2/3  nový pokus
 – 14:40        8 m  Marta Ibáñez   +34612555018     Prodej …   1/3  čeká
 – 15:10┌─ Kdy zavolat zpět ───────────────────────────────────────────┐á
        │   Fronta      ‹ support-1                    ▼ ›             │
        │   Číslo       ‹ +420602555118        ›                       │
        │   Kdo         ‹ Hana Malá                      ›             │
        │   Důvod       ‹ quota reset                              ›   │
        │ ▌ Den         ‹                ›                             │
        │   Čas         ‹          ›                                   │
        │   Zavolám já  [ ]                                            │
── Hana │                                                              │09–20 ──
 Vyžádán│   [ Uložit ]                                                 │
 Důvod  │ Bez dne a času: v pořadí od této chvíle.                     │
 Číslo  └──────────────────────────────────────────────────────────────┘
 Kdo volá   Ana Nováková                Jazyk      čeština

 Historie   …
── V příštích osmi hodinách ─────────────────────────────────────────────── 3 ──
 14 ▁▁█▁   15 ▄▁▁▁   16 ▁▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 Tab přechází   Enter stiskne tlačítko   Esc nechá, jak je
