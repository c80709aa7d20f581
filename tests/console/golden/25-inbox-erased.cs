 cclite  Hlas. schránka  Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
 Došlé │ Nové 4 │ Moje 1 │ Naléhavé 1 │ Uložené │ Vyřízené │ Smazané │ Uvítání
────────────────────────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající         Schránka  Operátor  Stav
 ▌○ne 22. 11. 08:05      0:15  +447700900145    Support             smazaná








── +447700900145  ne 22. 11. 08:05, English ──────────────────────────── 0:15 ──
 volající ▇▅█▂▆▁▁▁▁▃█▅▇▃▅▁▁▁▁▄█▅▇▃▁▁▁▁▁▅█▅▆▁▁▁▁▁▄▆█▄▆▁▁▁▁▁▆▃█▃▆▁▁▁▁▁▆▄█▂▆▁▁▁▁▁▇

 Číslo         +447700900145             Stav          smazaná
 Schránka      Support                   Stará se



 1, to je vše
 ● 1 zpráva je smazaná. u ji vrátí.
 l poslechnout  c zavolat zpět  k uchovat  d hotovo  G uvítání  ? nápověda
