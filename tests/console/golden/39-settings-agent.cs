 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fr┌─ Nastavení ──────────────────────────────────────────────┐── Dnes ──
 Fronta   │ ▌   q  Fronty                                            │r     5:11
 Prodej EN│     e  Vstupy              Chybí oprávnění entry.see.    │y  2:14:50
 Prodej ES│     t  Trunky              Chybí oprávnění trunk.see.    │     22:10
 Podpora 1│     p  Důvody pauzy                                      │
 Fakturace│     d  Výsledky                                          │
          │     r  Hlášky              Chybí oprávnění prompt.see.   │
── Čeká se│     b  Schránky            Chybí oprávnění box.see.      │──────────
 Žádný hov│     w  Východiska                                        │
 ● Připoje│     k  Dotazy              Chybí oprávnění lookup.see.   │
          │     l  Směrovací pravidla  Chybí oprávnění rule.see.     │
── Posledn│     h  Otevírací doba      Chybí oprávnění rule.see.     │──────────
 14:22 sem│     i  Seznamy volajících  Chybí oprávnění rule.see.     │Přihlášen…
 14:15 sem│     o  Trasy               Chybí oprávnění route.see.    │rátor
 14:11 ven│     c  Stropy              Chybí oprávnění route.see.    │ající
          │     u  Uživatelé                                         │
          │     a  Operátoři                                         │
          │     f  Telefony            Chybí oprávnění device.see.   │
          │     m  Týmy                                              │
          │     s  Dovednosti          Chybí oprávnění skill.see.    │
          └──────────────────────────────────────────────────────────┘

 písmeno nebo Enter vybírá   Esc zavře
