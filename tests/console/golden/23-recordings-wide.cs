 cclite  Nahrávky                                                      Eva Ruiz   ● VOLNO 1:12        živě     ne 22. 11.  14:32:07
   Kdy                  Délka  Operátor     Volající        Fronta      Stav      Číslo           Voláno na           Č.   Velikost
   ne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"      Podpora 1   probíhá   +447700900123   +442079460000      412          –
 ▌ ne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & CO"  Podpora 1   uložena   +447700900145   +442079460000      411     6,0 MB
   ne 22. 11. 11:40      3:08  Ben Carter   +441614960102   Podpora 1   uložena   +441614960102   +442079460000      410     3,0 MB
   ne 22. 11. 10:15      9:55  Priya Nair   "Hill Dentaĺ́"◊  Podpora 2   uložena   +441134960777   +442079460000      409     9,5 MB
   so 21. 11. 17:21      2:44  Tom Becker   skryté číslo    billing     uložena   skryté číslo    +442079460000      408     2,6 MB
   so 21. 11. 16:02      5:31  gone         "Žluťoučký ků…  old-queue   uložena   +420601555018   +442079460000      407     5,3 MB
   so 21. 11. 15:40      1:12  Eva Ruiz     +34612555018    sales-es    ztracena  +34612555018    +442079460000      406          –






















── Nahrávka 411  ne 22. 11. 14:02 ────────────────────────────────────────────────────────────────────────────────────────── 6:12 ──
 operátor ▁▁▁▁▁▁▁▄▂▄█▇▂▆▆▂▁▁▁▁▁▁▁▁▆▅▂██▄▄▆▄▁▁▁▁▁▁▁▁▆▆▃▆█▆▂▆▆▁▁▁▁▁▁▁▁▄▆▅▃▆█▆▂▆▆▁▁▁▁▁▁▁▁▄▇▅▄█▇▂▄▆▁▁▁▁▁▁▁▁▂▇▇▃▆█▄▁▄▁▁▁▁▁▁▁▁▁▆█▅▄▇▆▁▂▁▁
 volající ▆▄▅█▆▁▅▆▁▁▁▁▁▁▁▁▃▇▆▃██▃▃▅▁▁▁▁▁▁▁▁▁▇█▄▅▇▅▁▃▁▁▁▁▁▁▁▁▁▅█▆▃▇▇▁▁▁▁▁▁▁▁▁▁▄▁▅█▆▃▇▆▁▁▁▁▁▁▁▁▁▆▄▃██▃▅▆▃▁▁▁▁▁▁▁▁▆▆▂▇█▅▂▆▅▁▁▁▁▁▁▁▁▄▆▄

 Volající    "FENWICK & CO"                                        Stav        uložena
 Číslo       +447700900145                                         Velikost    6,0 MB
 Voláno na   +442079460000                                         SHA-256     52f14fc33ef4
 Operátor    Ben Carter                                            Mezery      0:41 pauza, 0:00 ztráta
 Fronta      Podpora 1                                             Kontakt     1311
 7, to je vše                                                                                                          od nejnovější

 Mezerník označit  l poslechnout  x uložit  o řazení  v podrobnosti  f hledat  / filtr  : příkazy  ? nápověda
