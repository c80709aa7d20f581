 cclite  Nahrávky              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy                  Délka  Operátor     Volající       Fronta      Stav
 ▌ ne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"     Podpora 1   probíhá
   ne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & C…  Podpora 1   uložena
   ne 22. ┌─ Hledat nahrávky ────────────────────────────────────────┐ uložena
   ne 22. │◊  Ode dne           ‹ 22. 11. 2026   ›                   │ uložena
   so 21. │◊  Od hodin          ‹ 09:05    ›                         │ uložena
   so 21. │▲▌ Do dne            ‹ 22 Nov         ›                   │ uložena
   so 21. │                     Zadejte den, například 22. 11. 2026. │ ztracena
          │   Do hodin          ‹          ›                         │
          │   Operátor          ‹ libovolně              ▼ ›         │
          │   Fronta            ‹ libovolně              ▼ ›         │
── Nahrávk│   Stav              ‹ libovolně              ▼ ›         │───── – ──
          │◊  Číslo volajícího  ‹ +4477                ›             │
 Průběh ne│   Volané číslo      ‹                      ›             │
          │◊  Delší než         ‹ 1:00       ›                       │
 Volající │                                                          │
 Číslo    │   [ Hledat ]                                             │
 Voláno na└──────────────────────────────────────────────────────────┘
 Operátor    Ben Carter                  Mezery      0:00 pauza, 0:00 ztráta
 Fronta      Podpora 1                   Kontakt     1312
 7, to je vše                                                      od nejnovější

 Tab dál   Enter hledá   Esc nechá vše, jak je
