 cclite  Dohled                     Dana Hill  správa  ▲2 ◊2  živě     14:32:07
 Hovory 2 ┌─ Nastavení ──────────────────────────────────────────────┐
── 1 Probí│ ▌   q  Fronty                                            │───── 2 ──
   Stav   │     e  Vstupy                                            │ahr  SRTP
 ▌■HOVOR  │     t  Trunky                                            │
 ◊ ČEKÁ   │     p  Důvody pauzy                                      │
          │     d  Výsledky                                          │
          │     r  Hlášky                                            │
          │     b  Schránky                                          │
          │     w  Východiska                                        │
── 2 Operá│     k  Dotazy                                            │───── 5 ──
   Operáto│     l  Směrovací pravidla                                │      SLA
 ▌●Ana Nov│     h  Otevírací doba                                    │   61,7 %
 · Ben Car│     i  Seznamy volajících                                │   78,8 %
          │     o  Trasy                                             │   86,4 %
          │     c  Stropy                                            │   83,9 %
          │     u  Uživatelé                                         │        –
          │     a  Operátoři                                         │
── 4 Výstr│     f  Telefony                                          │───── 4 ──
 ▲ KRIT.  │     m  Týmy                                              │
 ▲ KRIT. 1│     s  Dovednosti                                        │
 ◊ POZOR  └──────────────────────────────────────────────────────────┘

 písmeno nebo Enter vybírá   Esc zavře
