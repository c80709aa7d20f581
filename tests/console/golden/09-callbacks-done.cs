 cclite  Zpětná volá…  Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
 Moje 3   Tým 7   Po termínu 2   Ukončené 2
   Termín     Zbývá  Kdo            Číslo            Fronta    Pok…  Stav
 ▌●11:02             Fenwick & Co   +442079460958    Prodej …   1/3  zastižen
 ◊ 11:02             neznámý        +447700900777    Prodej …   3/3  nedovoláno











── Fenwick & Co ────────────────────────────────────────────────────────────────
 Vyžádáno   ne 22. 11. 11:02, někdo z kolegů
 Důvod
 Číslo      +442079460958
 Kdo volá   Ana Nováková                Jazyk      en
 Kontakt    88300

 a přidat  / filtr  : příkazy  ? nápověda
