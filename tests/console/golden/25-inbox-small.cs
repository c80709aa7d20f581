 cclite  Hlasová schrán…  hs 4  ● VOLNO 1:12        živě
 Došlé │ Nové 4 │ Moje │ Naléhavé 1 │ Uložené │ Vyřízené │ …
────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající        Stav
 ▌●ne 22. 11. 14:21      0:42  "Hana Mala"     nová
 ● ne 22. 11. 13:58      1:15  "R PATEL"       nová
 ● ne 22. 11. 13:40      0:08  skryté číslo    nová
── "Hana Mala"  ne 22. 11. 14:21, cs ─────────────── 0:42 ──
 volající ▆█▆▁▁▁▆▇█▅▁▁▁▄█▇▃▁▁▁▂█▇▄▁▁▁▄█▇▆▁▁▁▆█▆▆▁▁▁▆█▅▆▁▁▁▆

 Číslo         +420602555118   Stav          nová
 Schránka      Support         Stará se      moje

 6, to je vše

 l poslechnout  c zavolat zpět  d hotovo  ? nápověda
