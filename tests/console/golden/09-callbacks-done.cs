 cclite  Zpět. volání  Ana Nováková 2041  ● VOLNO 4:13        živě     14:32:08
 Moje 3   Tým 7   Po termínu 1   Ukončené 2
   Termín     Zbývá  Kdo            Číslo            Fronta    Pok.  Stav
 ▌●11:02             Fenwick & Co   +442079460958    Prodej …   1/3  zastižen
 ◊ 11:02             neznámý        +447700900777    Prodej …   3/3  nedovoláno








── Fenwick & Co ─────────────────────────────── místní čas 14:32, volat 09–20 ──
 Vyžádáno   ne 22. 11. 11:02, zadáno ručně
 Důvod
 Číslo      +442079460958
 Kdo volá   Ana Nováková                Jazyk      English
 Kontakt    88300
 Historie   13:43 Ana Nováková, zastižen 0:09
── V příštích osmi hodinách ─────────────────────────────────────────────── 0 ──
 14 ▁▁▁▁   15 ▁▁▁▁   16 ▁▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 a přidat  Tab seznamy  / filtr  : příkazy  ? nápověda
