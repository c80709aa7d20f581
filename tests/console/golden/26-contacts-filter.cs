 cclite  Kontakty              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
   Kdy            Volající       Fronta   Operátor     Čeká    Hovor  Konec
 ▌◄22. 11. 14:30  "Marta Ibáñe…  Podpor…               1:14           čeká
 ◄ 22. 11. 14:02  "FENWICK & C…  Podpor…  Ben Car…     0:14     5:51  zavěsil …













── Kontakt 1316  ne 22. 11. 14:30, sem ───────────────────────────────── čeká ──
 Číslo       +34612555018                Fronta      Podpora 2
 Voláno na   +442079460000               Operátor
 Štítky      vip es
                    ▼ odtud nesrozumitelné
 / tags has vip and mos < 3
 Enter podrobnosti  f hledat  l jeho nahrávky  m jeho zprávy  ? nápověda
