 cclite  Dohled                     Dana Hill  správa  ▲2 ◊2  živě     14:32:07
 Hovory 2  Čeká 13  Nejdéle 3:52  SLA 64,3 %  Operátoři 1 0■ 1● 0○ 0◊
── 1 Probíhající hovory ─────────────────────────────────────────────────── 2 ──
   Stav   ┌─ Nastavení ──────────────────────────────────────────────┐eká  Nahr
 ▌■HOVOR  │ ▌   q  Fronty                                            │:00
 ◊ ČEKÁ   │     e  Vstupy                                            │:00
          │     t  Trunky                                            │
          │     p  Důvody pauzy                                      │
          │     d  Výsledky                                          │
          │     r  Hlášky                                            │
── 2 Operá│     w  Východiska                                        │───── 5 ──
   Operáto│     o  Trasy                                             │      SLA
 ▌●Ana Nov│     c  Stropy                                            │   61,7 %
 · Ben Car│     u  Uživatelé                                         │   78,8 %
          │     a  Operátoři                                         │   86,4 %
          │     f  Telefony                                          │   83,9 %
          │     m  Týmy                                              │        –
          │     s  Dovednosti                                        │
── 4 Výstr└──────────────────────────────────────────────────────────┘───── 4 ──
 ▲ KRIT.       Support Tier 1   čeká 11, nejdéle 3:52, SLA 61,7 %
 ▲ KRIT. 14:28 lon-1            trunk je mimo provoz: hlásí chybu 503
 ◊ POZOR       Support Tier 2   čeká 1, nejdéle 0:31, SLA 78,8 %

 písmeno nebo Enter vybírá   Esc zavře
