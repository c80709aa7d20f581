 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prodej ES            0       –      1 ● 100,0 %                 Zápis     22:10
 Podpora 1┌─ Nastavení ──────────────────────────────────────────────┐
 Fakturace│ ▌   q  Fronty                                            │
          │     e  Vstupy              K tomu je potřeba právo entry…│
── Čeká se│     t  Linky               K tomu je potřeba právo trunk…│──────────
 Žádný hov│     p  Důvody pauzy                                      │
          │     d  Výsledky                                          │
── Posledn│     r  Hlášky              K tomu je potřeba právo promp…│──────────
 14:22 sem│     u  Uživatelé                                         │Přihlášen…
 14:15 sem│     a  Operátoři                                         │rátor
 14:11 ven│     f  Telefony            K tomu je potřeba právo devic…│ající
          │     m  Týmy                                              │
          └──────────────────────────────────────────────────────────┘






 písmeno nebo Enter vybírá   Esc zavře
