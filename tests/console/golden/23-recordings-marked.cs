 cclite  Nahrávky              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy                  Délka  Operátor     Volající       Fronta      Stav
   ne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"     Podpora 1   probíhá
  xne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & C…  Podpora 1   uložena
  xne 22. 11. 11:40      3:08  Ben Carter   +441614960102  Podpora 1   uložena
 ▌ ne 22. 11. 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Podpora 2   uložena
   so 21. 11. 17:21      2:44  Tom Becker   skryté číslo   billing     uložena
   so 21. 11. 16:02      5:31  gone         "Žluťoučký k…  old-queue   uložena
   so 21. 11. 15:40      1:12  Eva Ruiz     +34612555018   sales-es    ztracena



── Nahrávka 409  ne 22. 11. 10:15 ────────────────────────────────────── 9:55 ──
 operátor ▁▁▁▁▆▄█▄▆▂▁▁▁▁▇▄█▄▆▂▁▁▁▁▇▆█▆▆▅▁▁▁▁█▆▇▅▆▁▁▁▁▂█▇▇▄▆▁▁▁▁▁█▆▆▄▄▁▁▁▁▂█▆▆▃▂
 volající █▅▇▃▆▁▁▁▁▁█▅▇▂▅▁▁▁▁▂█▄▆▂▃▁▁▁▁▃█▇▆▄▁▁▁▁▁▅█▆▆▄▁▁▁▁▇▅█▆▆▄▁▁▁▁▇▆█▅▆▄▁▁▁▁▇

 Volající    "Hill Dentaĺ́"◊              Stav        uložena, opravená
 Číslo       +441134960777               Velikost    9,5 MB
 Voláno na   +442079460000               SHA-256     480f5a496560
 Operátor    Priya Nair                  Mezery      0:00 pauza, 0:02 ztráta
 Fronta      Podpora 2                   Kontakt     1309
 Označeno: 2 nahrávky, celkem 9:20, 9,0 MB                        x a d: všechny

 Mezerník označit  l poslechnout  x uložit  o řazení  v podrobnosti  ? nápověda
