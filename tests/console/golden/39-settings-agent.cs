 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prodej ES            0       –      1 ● 100,0 %                 Zápis     22:10
 Podpora 1           11    3:52      0 ▲  58,9 %
 Fakturace            1    0:05      2 ◊  76,0 %
          ┌─ Nastavení ──────────────────────────────────────────────┐
── Čeká se│ ▌   q  Fronty                                            │──────────
 Žádný hov│     p  Důvody pauzy                                      │
 ● Připoje│     d  Výsledky                                          │
          │     w  Východiska                                        │
── Posledn│     u  Uživatelé                                         │──────────
 14:22 sem│     a  Operátoři                                         │Přihlášen…
 14:15 sem│     m  Týmy                                              │… držen 2×
 14:11 ven└──────────────────────────────────────────────────────────┘ající







 písmeno nebo Enter vybírá   Esc zavře
