 cclite  Hlas. schránka  Eva Ruiz   hs 5  ● VOLNO 1:12        živě     14:32:07
 Došlé │ Nové 5 │ Moje 1 │ Naléhavé 1 │ Uložené │ Vyřízené │ Smazané │ Uvítání
────────────────────────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající         Schránka  Operátor  Stav
 ● ne 22. 11. 14:32      0:11  +34612555018     Sales es            nová
 ● ne 22. 11. 14:21      0:42  "Hana Mala"      Support   moje      nová
 ● ne 22. 11. 13:58      1:15  "R PATEL"        Support             nová
 ● ne 22. 11. 13:40      0:08  skryté číslo     Sales es            nová
 ◊ ne 22. 11. 12:02      0:57  "Delta Freight"  Support             nová, nalé…
 ▌○ne 22. 11. 11:20      0:33  +34612555018     Sales es  Ben Car…  vyslechnutá
 ○ ne 22. 11. 10:47      2:01  "Hill Dental"    Support             uložená


── +34612555018  ne 22. 11. 11:20, español ───────────────────────────── 0:33 ──
 volající ▆█▅▆▅▇▁▁▁▁▇█▅▆▆▁▁▁▁▁▇█▅▆▃▁▁▁▁▄▅█▂▆▂▁▁▁▁▆▅█▂▆▁▁▁▁▁█▅▇▃▆▃▁▁▁▁█▅▇▃▇▁▁▁▁▅

 Číslo         +34612555018              Stav          vyslechnutá
 Schránka      Sales es                  Stará se      Ben Carter
 Poznámka      Wants a call after four


 7, to je vše
 ● Nová zpráva ve schránce Sales es. Ukáže ji g v.
 l poslechnout  c zavolat zpět  k uchovat  d hotovo  G uvítání  ? nápověda
