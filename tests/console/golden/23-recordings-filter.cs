 cclite  Nahrávky              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy                  Délka  Operátor     Volající       Fronta      Stav
 ▌ ne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"     Podpora 1   probíhá
   ne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & C…  Podpora 1   uložena
   ne 22. 11. 11:40      3:08  Ben Carter   +441614960102  Podpora 1   uložena







── Nahrávka 412  ne 22. 11. 14:31 ───────────────────────────────────────── – ──

 Průběh není k dispozici: zvuk není celý, nebo už neexistuje.

 Volající    "J OKAFOR"                  Stav        probíhá
 Číslo       +447700900123               Velikost    –
 Voláno na   +442079460000               SHA-256
 Operátor    Ben Carter                  Mezery      0:00 pauza, 0:00 ztráta
 Fronta      Podpora 1                   Kontakt     1312
                   ▼ odtud nesrozumitelné
 / agent = ben and mos < 3
 Mezerník označit  l poslechnout  x uložit  o řazení  v podrobnosti  ? nápověda
