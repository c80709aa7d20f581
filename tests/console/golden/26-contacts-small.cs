 cclite  Kontakty    Eva Ruiz   ● VOLNO 1:12        živě
   Kdy            Volající          Čeká    Hovor  Konec
 ▌◄22. 11. 14:30  "Marta Ibáñe…     1:14           čeká
 ► 22. 11. 14:25  +420720555907              6:12  hovoří
 ◄ 22. 11. 14:10  skryté číslo      3:08           zavěšen…
 ◄ 22. 11. 14:02  "FENWICK & C…     0:14     5:51  zavěsil…
 ◄ 21. 11. 13:30  +441614960102  1:10:10           telefon…
 ◄ 20. 11. 13:38  +447700900145                    konec n…

── Kontakt 1316  ne 22. 11. 14:30, sem ───────────── čeká ──
 Číslo       +34612555018      Fronta      Podpora 2
 Voláno na   +442079460000     Operátor
 Štítky      vip es
 6, to je vše

 Enter podrobnosti  f hledat  l jeho nahrávky  ? nápověda
