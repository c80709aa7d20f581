 cclite  Nahrávky              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy                  Délka  Operátor     Volající       Fronta      Stav
 ▌ ne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"     Podpora 1   probíhá
   ne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & C…  Podpora 1   uložena
   ne 22. 11. 11:40      3:08  Ben Carter   +441614960102  Podpora 1   uložena
   ne 22. 11. 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Podpora 2   uložena
   so 21. ┌─ Hledat nahrávky ────────────────────────────────────────┐ uložena
   so 21. │◊  Od                ‹ 2026-11-22   ›                     │ uložena
   so 21. │▲▌ Do konce dne      ‹ 22 Nov       ›                     │ ztracena
          │                     Napište den jako 2026-11-22.         │
          │   Operátor          ‹ libovolně              ▼ ›         │
          │   Fronta            ‹ libovolně              ▼ ›         │
── Nahrávk│◊  Číslo volajícího  ‹ +4477                ›             │───── – ──
          │◊  Delší než         ‹ 1:00       ›                       │
 Průběh ne│                                                          │
          │   [ Hledat ]                                             │
 Volající └──────────────────────────────────────────────────────────┘
 Číslo       +447700900123               Velikost    –
 Voláno na   +442079460000               SHA-256
 Operátor    Ben Carter                  Mezery      0:00 pauza, 0:00 ztráta
 Fronta      Podpora 1                   Kontakt     1312
 7, to je vše                                                      od nejnovější

 Tab dál   Enter hledá   Esc nechá vše, jak je
