 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN┌─ Nastavení ──────────────────────────────────────────────┐y  2:14:50
 Prodej ES│ ▌   q  Fronty                                            │     22:10
 Podpora 1│     e  Vstupy              K tomu je potřeba právo entry…│
 Fakturace│     t  Trunky              K tomu je potřeba právo trunk…│
          │     p  Důvody pauzy                                      │
── Čeká se│     d  Výsledky                                          │──────────
 Žádný hov│     r  Hlášky              K tomu je potřeba právo promp…│
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
