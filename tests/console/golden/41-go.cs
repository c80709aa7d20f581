 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:13        živě     14:32:08
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prodej ES            0       –      1 ● 100,0 %                 Zápis     22:10
 Podpora 1           11    3:53      0 ▲  58,9 %
 Fakturace            1    0:06      2 ◊  76,0 %

── Čeká se na hovor ────────────────────────────────────────────────────────────
 Žádný hovor. Příští může být váš.
 ● Připojeno: Prodej EN, Prodej ES, Podpora 1, Fakturace
                                                ┌─ přejít na ────────────────┐
── Poslední ────────────────────────────────────│ a  operátor                │──
 14:22 sem  +447700900123    J OKAFOR Podpora 1 │ w  nástěnná tabule         │n…
 14:15 sem  +442079460958             Fakturace │ l  nahrávky                │2×
 14:11 ven  +34611555240              Prodej ES │ v  hlasová schránka        │
                                                │ t  kontakty                │
                                                │ b  zpětná volání           │
                                                │ o  spojení                 │
                                                │ s  nastavení               │
                                                │ q  fronty                  │
                                                └────────────────────────────┘

 n zavolat na číslo  s stav  : příkazy  ? nápověda
