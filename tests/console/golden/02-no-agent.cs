 cclite  Dohled                       Eva Ruiz  vedoucí  ▲ 2  živě     14:32:07
 Hovory 0  Čeká 0  Nejdéle –  SLA –  Operátoři 0: 0■ 0● 0○ 0◊
── 1 Probíhající hovory ─────────────────────────────────────────────────── 0 ──
   Stav          Doba  Operátor       Volající          Fronta       Nahr  SRTP






── 2 Operátoři ────────────────── 0 ──┬── 3 Fronty ──────────────────────── 0 ──
   Operátor       Stav           Doba │   Fronta        Čeká  Nejdéle       SLA
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
── 4 Výstrahy ───────────────────────────────────────────────────────────── 0 ──
 Vše je v pořádku.


 ◊ Nejste operátor. Správce vás může přidat: cclite agent add
 t přesunout  E ukončit hovor  1 hovory  2 operátoři  3 fronty  ? nápověda
