 cclite  Zpět. volání                                          Ana Nováková 2041  ● VOLNO 4:13        živě     ne 22. 11.  14:32:08
 Moje 3   Tým 7   Po termínu 1   Ukončené 2
   Termín         Zbývá  Kdo                    Číslo              Fronta          Pok.  Stav               Důvod
 ▌▲14:20          -12 m  Hana Malá              +420602555118      Podpora 1        2/3  nový pokus         quota reset
 – hned                  Delta Freight          +441614960102      Fakturace        1/3  ve frontě          dup charge
 – 14:40            7 m  Marta Ibáñez           +34612555018       Prodej ES        1/3  čeká               price for 50 seats, an…
 – 15:10           37 m  Brightline Ltd         +442079460311      Fakturace        1/3  čeká               invoice 88412
 – 15:30           57 m  Oskar Lindqvist        +46705550120       Podpora 1        0/3  čeká               2FA device
 – 16:00           87 m  neznámý                +420720555907      Podpora 1        2/3  nový pokus
 ► 14:32            0 m  J. Okafor              +447700900123      Podpora 1        0/3  předem






















── Hana Malá ────────────────────────────────────────────────────────────────────────────────────── místní čas 15:32, volat 09–20 ──
 Vyžádáno   ne 22. 11. 11:02, zadáno ručně
 Důvod      quota reset
 Číslo      +420602555118                                         Vzdá se    po 23. 11. 11:02
 Kdo volá   Ana Nováková                                          Jazyk      čeština

 Historie   14:11 Ana Nováková, bez odpovědi 0:25 │ 12:20 předem, obsazeno
── V příštích osmi hodinách ─────────────────────────────────────────────────────────────────────────────────────────────────── 7 ──
 14 ▁▁█▁   15 ▂▁▂▁   16 ▂▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 Enter zavolat hned  r přesunout  t převzít  d zrušit  a přidat  Tab seznamy  / filtr  : příkazy  ? nápověda
