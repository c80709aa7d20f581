 cclite  Zpět. volání  Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
 Moje 0   Tým 0   Po termínu 0   Ukončené 0
   Termín     Zbývá  Kdo            Číslo            Fronta    Pok.  Stav

 Nikdo nečeká, až mu zavoláte zpět.








── Výběr ───────────────────────────────────────────────────────────────────────






── V příštích osmi hodinách ─────────────────────────────────────────────── 0 ──
 14 ▁▁▁▁   15 ▁▁▁▁   16 ▁▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 a přidat  Tab seznamy  / filtr  : příkazy  ? nápověda
