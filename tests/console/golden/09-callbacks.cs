 cclite  Zpět. volání  Ana Nováková 2041  ● VOLNO 4:13        živě     14:32:08
 Moje 3   Tým 7   Po termínu 1   Ukončené 2
   Termín     Zbývá  Kdo            Číslo            Fronta    Pok.  Stav
 ▲ 14:20      -12 m  Hana Malá      +420602555118    Podpora…   2/3  nový pokus
 ▌–14:40        7 m  Marta Ibáñez   +34612555018     Prodej …   1/3  čeká
 – 15:10       37 m  Brightline L…  +442079460311    Faktura…   1/3  čeká







── Marta Ibáñez ─────────────────────────────── místní čas 15:32, volat 09–20 ──
 Vyžádáno   ne 22. 11. 11:02, volající, ve scénáři
 Důvod      price for 50 seats, annual
 Číslo      +34612555018                Vzdá se    po 23. 11. 11:02
 Kdo volá   Ana Nováková                Jazyk      español

 Historie   12:31 Ana Nováková, bez odpovědi 0:25
── V příštích osmi hodinách ─────────────────────────────────────────────── 3 ──
 14 ▁▁█▁   15 ▄▁▁▁   16 ▁▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 Enter zavolat hned  r přesunout  t převzít  d zrušit  Tab seznamy  ? nápověda
