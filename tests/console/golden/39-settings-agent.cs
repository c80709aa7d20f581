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
 14:22  +4│     u  Uživatelé                                         │í
 14:15  +4│     a  Operátoři                                         │r
          │     f  Telefony            K tomu je potřeba právo devic…│
          │     m  Týmy                                              │
          └──────────────────────────────────────────────────────────┘






 písmeno nebo Enter vybírá   Esc zavře
