 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
                                                 Zmeškáno      1 Hovory  2:14:50
                                                                 Zápis     22:10

── Čeká se na hovor ────────────────────────────────────────────────────────────
 Žádná fronta vám neposílá hovory.


── Poslední ────────────────────────────────────────────────────────────────────
 14:22 sem  +447700900123    J OKAFOR Podpora 1      5:02  Vyřešeno › Přihlášen…
 14:15 sem  +442079460958             Fakturace      2:41  zavěsil ope… držen 2×
 14:11 ven  +34611555240              Prodej ES      0:00  zavěsil volající









 n zavolat na číslo  s stav  : příkazy  ? nápověda
