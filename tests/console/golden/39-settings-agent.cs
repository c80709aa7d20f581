 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta   ┌─ Nastavení ──────────────────────────────────────────────┐r     5:11
 Prodej EN│ ▌   q  Fronty                                            │y  2:14:50
 Prodej ES│     e  Vstupy              K tomu je potřeba právo entry…│     22:10
 Podpora 1│     t  Trunky              K tomu je potřeba právo trunk…│
 Fakturace│     p  Důvody pauzy                                      │
          │     d  Výsledky                                          │
── Čeká se│     r  Hlášky              K tomu je potřeba právo promp…│──────────
 Žádný hov│     b  Schránky            K tomu je potřeba právo box.s…│
 ● Připoje│     w  Východiska                                        │
          │     k  Dotazy              K tomu je potřeba právo looku…│
── Posledn│     o  Trasy               K tomu je potřeba právo route…│──────────
 14:22 sem│     c  Stropy              K tomu je potřeba právo route…│Přihlášen…
 14:15 sem│     u  Uživatelé                                         │rátor
 14:11 ven│     a  Operátoři                                         │ající
          │     f  Telefony            K tomu je potřeba právo devic…│
          │     m  Týmy                                              │
          │     s  Dovednosti          K tomu je potřeba právo skill…│
          └──────────────────────────────────────────────────────────┘



 písmeno nebo Enter vybírá   Esc zavře
