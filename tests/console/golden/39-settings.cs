 cclite  Dohled                     Dana Hill  správa  ▲2 ◊2  živě     14:32:07
 Hovory 2  Čeká 13  Nejdéle 3:52  SLA 64,3 %  Operátoři 1 0■ 1● 0○ 0◊
── 1 Probí┌─ Nastavení ──────────────────────────────────────────────┐───── 2 ──
   Stav   │ ▌   q  Fronty                                            │eká  Nahr
 ▌■HOVOR  │     e  Vstupy                                            │:00
 ◊ ČEKÁ   │     t  Trunky                                            │:00
          │     p  Důvody pauzy                                      │
          │     d  Výsledky                                          │
          │     r  Hlášky                                            │
          │     b  Schránky                                          │
── 2 Operá│     w  Východiska                                        │───── 5 ──
   Operáto│     k  Dotazy                                            │      SLA
 ▌●Ana Nov│     o  Trasy                                             │   61,7 %
 · Ben Car│     c  Stropy                                            │   78,8 %
          │     u  Uživatelé                                         │   86,4 %
          │     a  Operátoři                                         │   83,9 %
          │     f  Telefony                                          │        –
          │     m  Týmy                                              │
── 4 Výstr│     s  Dovednosti                                        │───── 4 ──
 ▲ KRIT.  └──────────────────────────────────────────────────────────┘
 ▲ KRIT. 14:28 lon-1            trunk je mimo provoz: hlásí chybu 503
 ◊ POZOR       Support Tier 2   čeká 1, nejdéle 0:31, SLA 78,8 %

 písmeno nebo Enter vybírá   Esc zavře
