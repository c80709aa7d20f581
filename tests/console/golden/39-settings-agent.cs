 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fr┌─ Nastavení ──────────────────────────────────────────────┐── Dnes ──
 Fronta   │ ▌   q  Fronty                                            │r     5:11
 Prodej EN│     e  Vstupy              K tomu je potřeba právo entry…│y  2:14:50
 Prodej ES│     t  Trunky              K tomu je potřeba právo trunk…│     22:10
 Podpora 1│     p  Důvody pauzy                                      │
 Fakturace│     d  Výsledky                                          │
          │     r  Hlášky              K tomu je potřeba právo promp…│
── Čeká se│     b  Schránky            K tomu je potřeba právo box.s…│──────────
 Žádný hov│     w  Východiska                                        │
 ● Připoje│     k  Dotazy              K tomu je potřeba právo looku…│
          │     l  Směrovací pravidla  K tomu je potřeba právo rule.…│
── Posledn│     h  Otevírací doba      K tomu je potřeba právo rule.…│──────────
 14:22 sem│     i  Seznamy volajících  K tomu je potřeba právo rule.…│Přihlášen…
 14:15 sem│     o  Trasy               K tomu je potřeba právo route…│rátor
 14:11 ven│     c  Stropy              K tomu je potřeba právo route…│ající
          │     u  Uživatelé                                         │
          │     a  Operátoři                                         │
          │     f  Telefony            K tomu je potřeba právo devic…│
          │     m  Týmy                                              │
          │     s  Dovednosti          K tomu je potřeba právo skill…│
          └──────────────────────────────────────────────────────────┘

 písmeno nebo Enter vybírá   Esc zavře
