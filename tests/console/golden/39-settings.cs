 cclite  Dohled                            Dana Hill  správa  živě     14:32:07
 Hovory 2  Čeká 13  Nejdéle 3:52  SLA 64,3 %  Operátoři 1 0■ 1● 0○ 0◊
── 1 Probíhající hovory ─────────────────────────────────────────────────── 2 ──
   Stav          Doba  Operátor    Volající          Fronta          Čeká  Nahr
 ▌■HOVOR         0:01              skryté číslo                      0:00
 ◊ ČEKÁ   ┌─ Nastavení ──────────────────────────────────────────────┐:00
          │ ▌   q  Fronty                                            │
          │     e  Vstupy                                            │
          │     t  Linky                                             │
          │     p  Důvody pauzy                                      │
── 2 Operá│     d  Výsledky                                          │───── 5 ──
   Operáto│     r  Hlášky                                            │      SLA
 ▌●Ana Nov│     u  Uživatelé                                         │   61,7 %
 · Ben Car│     a  Operátoři                                         │   78,8 %
          │     f  Telefony                                          │   86,4 %
          │     m  Týmy                                              │   83,9 %
          └──────────────────────────────────────────────────────────┘        –
                                      │
── 4 Výstrahy ───────────────────────────────────────────────────────────── 4 ──
 ▲ KRIT.       Support Tier 1   čeká 11, nejdéle 3:52, SLA 61,7 %
 ▲ KRIT. 14:28 lon-1            trunk je mimo provoz
 ◊ POZOR       Support Tier 2   čeká 1, nejdéle 0:31, SLA 78,8 %

 písmeno nebo Enter vybírá   Esc zavře
