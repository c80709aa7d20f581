 cclite  Hlas. schránka                                          Eva Ruiz   hs 4  ● VOLNO 1:12        živě     ne 22. 11.  14:32:07
 Došlé │ Nové 4 │ Moje 1 │ Naléhavé 1 │ Uložené │ Vyřízené │ Smazané │ Uvítání
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající         Číslo          Schránka  Operátor  Stav         Voláno na      Přepis            Č.
 ● ne 22. 11. 14:21      0:42  "Hana Mala"      +420602555118  Support   moje      nová         +442079460000  Dobrý den, t…     81
 ● ne 22. 11. 13:58      1:15  "R PATEL"        +447700900300  Support             nová         +442079460000                    80
 ● ne 22. 11. 13:40      0:08  skryté číslo                    Sales es            nová         +442079460000                    79
 ◊ ne 22. 11. 12:02      0:57  "Delta Freight"  +441614960102  Support             nová, nalé…  +442079460000                    78
 ▌○ne 22. 11. 11:20      0:33  +34612555018                    Sales es  Ben Car…  vyslechnutá  +442079460000                    77
 ○ ne 22. 11. 10:47      2:01  "Hill Dental"    +442079460877  Support             uložená      +442079460000                    76






















── +34612555018  ne 22. 11. 11:20, español ───────────────────────────────────────────────────────────────────────────────── 0:33 ──
 volající ▁▆█▆▃▆▆▁▅▇▁▁▁▁▁▁▁▁▄██▂▅▆▃▃▆▁▁▁▁▁▁▁▁▂▇█▄▂▆▅▁▃▁▁▁▁▁▁▁▁▄▅█▇▁▅▆▃▂▁▁▁▁▁▁▁▁▆▄▅█▆▁▅▆▃▁▁▁▁▁▁▁▁█▇▃▇▇▂▃▆▅▁▁▁▁▁▁▁▁▇█▄▅▇▅▁▆▇▁▁▁▁▁▁▁▁▅

 Číslo         +34612555018                                        Stav          vyslechnutá
 Schránka      Sales es                                            Stará se      Ben Carter
 Poznámka      Wants a call after four


 6, to je vše

 l poslechnout  c zavolat zpět  k uchovat  d hotovo  e smazat  o přidělit  f předat  H historie  G uvítání  Tab seznamy  ? nápověda
