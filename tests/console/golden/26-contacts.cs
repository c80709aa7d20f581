 cclite  Kontakty              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy            Volající       Fronta   Operátor     Čeká    Hovor  Konec
 ◄ 22. 11. 14:30  "Marta Ibáñe…  Podpor…               1:14           čeká
 ► 22. 11. 14:25  +420720555907           Priya N…              6:12  hovoří
 ◄ 22. 11. 14:10  skryté číslo   Podpor…               3:08           zavěšeno…
 ▌◄22. 11. 14:02  "FENWICK & C…  Podpor…  Ben Car…     0:14     5:51  zavěsil …
 ◄ 21. 11. 13:30  +441614960102  Faktur…  Ana Nov…  1:10:10           telefon …
 ◄ 20. 11. 13:38  +447700900145                                       konec na…









── Kontakt 1313  ne 22. 11. 14:02, sem ───────────────────── zavěsil operátor ──
 Číslo       +447700900145               Fronta      Podpora 1
 Voláno na   +442079460000               Operátor    Ben Carter
 Štítky      vip
 6, to je vše

 Enter podrobnosti  f hledat  l jeho nahrávky  m jeho zprávy  ? nápověda
