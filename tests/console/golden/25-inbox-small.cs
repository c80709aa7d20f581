 cclite  Hlas. schránka   hs 4  ● VOLNO 1:12        živě
 Došlé │ Nové 4 │ Moje 1 │ Naléhavé 1 │ Uložené │ …
────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající         Stav
 ▌●ne 22. 11. 14:21      0:42  "Hana Mala"      nová
 ● ne 22. 11. 13:58      1:15  "R PATEL"        nová
 ● ne 22. 11. 13:40      0:08  skryté číslo     nová
 ◊ ne 22. 11. 12:02      0:57  "Delta Freight"  nová, nalé…
 ○ ne 22. 11. 11:20      0:33  +34612555018     vyslechnutá
 ○ ne 22. 11. 10:47      2:01  "Hill Dental"    uložená



 6, to je vše

 l poslechnout  c zavolat zpět  d hotovo  ? nápověda
