 cclite  Zpět. volání  Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
 Moje 3   Tým 7   Po termínu 1   Ukončené 2
   Termín     Zbývá  Kdo            Číslo            Fronta    Pok.  Stav
 ▲ 14:20      -12 m  Hana Malá      +420602555118    Podpora…   2/3  nový pokus
 ▌–16:00       87 m  Marta Ibáñez   +34612555018     Prodej …   1/3  mimo dobu
 – 15:10       38 m  Brightline L…  +442079460311    Faktura…   1/3  čeká







── Marta Ibáñez ───────────────────────── místní čas 15:32, volat až od 17:00 ──
 Vyžádáno   ne 22. 11. 11:02, volající, ve scénáři
 Důvod      price for 50 seats, annual
 Číslo      +34612555018                Vzdá se    po 23. 11. 11:02
 Kdo volá   Ana Nováková                Jazyk      español

 Historie   …
── V příštích osmi hodinách ─────────────────────────────────────────────── 3 ──
 14 ▁▁█▁   15 █▁▁▁   16 █▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁
 ▲ By the clock there nobody may be called now.
 Enter zavolat hned  r přesunout  t převzít  d zrušit  Tab seznamy  ? nápověda
