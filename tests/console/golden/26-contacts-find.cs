 cclite  Kontakty              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy            Volající       Fronta   Operátor     Čeká    Hovor  Konec
 ▌◄22. 11. 14:30  "Marta Ibáñe…  Podpor…               1:14           čeká
 ► 22. 11. 14:25  +420720555907           Priya N…              6:12  hovoří
 ◄ 22. 11.┌─ Hledat kontakty ────────────────────────────────────────┐zavěšeno…
 ◄ 22. 11.│◊▌ Ode dne           ‹ 2026-11-22     ›                   │zavěsil …
 ◄ 21. 11.│   Od hodin          ‹          ›                         │telefon …
 ◄ 20. 11.│   Do dne            ‹                ›                   │konec na…
          │   Do hodin          ‹          ›                         │
          │   Fronta            ‹ libovolně              ▼ ›         │
          │   Operátor          ‹ libovolně              ▼ ›         │
          │   Štítek            ‹                      ›             │
          │   Číslo volajícího  ‹                      ›             │
          │   Volané číslo      ‹                      ›             │
          │   Čekání delší než  ‹            ›                       │
          │                                                          │
          │   [ Hledat ]                                             │
── Kontakt└──────────────────────────────────────────────────────────┘── čeká ──
 Číslo       +34612555018                Fronta      Podpora 2
 Voláno na   +442079460000               Operátor
 Štítky      vip es
 6, to je vše

 Tab dál   Enter hledá   Esc nechá vše, jak je
