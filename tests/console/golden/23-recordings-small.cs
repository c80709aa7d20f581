 cclite  Nahrávky    Eva Ruiz   ● VOLNO 1:12        živě
   Kdy                  Délka  Operátor     Volající
   ne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"
 ▌ ne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & CO"
   ne 22. 11. 11:40      3:08  Ben Carter   +441614960102
   ne 22. 11. 10:15      9:55  Priya Nair   "Hill Dentaĺ́"◊
   so 21. 11. 17:21      2:44  Tom Becker   skryté číslo
   so 21. 11. 16:02      5:31  gone         "Žluťoučký kůň…
   so 21. 11. 15:40      1:12  Eva Ruiz     +34612555018
── Nahrávka 411  ne 22. 11. 14:02 ────────────────── 6:12 ──
 operátor ▁▁▁▄█▆▂▁▁▁▆█▆▄▁▁▆▆█▆▆▁▁▄▆█▆▆▁▁▁▇█▅▆▁▁▂▇█▇▄▁▁▁█▇▆▁
 volající ▆█▆▁▁▁▆▇█▅▁▁▁▄█▇▃▁▁▁▂█▇▄▁▁▁▄█▇▆▁▁▁▆█▆▆▁▁▁▆█▅▆▁▁▁▆

 7, to je vše                                  od nejnovější

 Mezerník označit  l poslechnout  x uložit  ? nápověda
