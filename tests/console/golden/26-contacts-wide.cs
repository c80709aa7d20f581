 cclite  Kontakty                                                      Eva Ruiz   ● VOLNO 1:12        živě     ne 22. 11.  14:32:07
   Kdy            Směr   Volající          Číslo             Fronta       Operátor        Čeká    Hovor  Konec         Štítky
 ◄ 22. 11. 14:30  sem    "Marta Ibáñez"    +34612555018      Podpora 2                    1:14           čeká          vip es
 ► 22. 11. 14:25  ven    +420720555907                                    Priya Nair               6:12  hovoří
 ◄ 22. 11. 14:10  sem    skryté číslo                        Podpora 1                    3:08           zavěšeno př…
 ◄ 22. 11. 14:02  sem    "FENWICK & CO"    +447700900145     Podpora 1    Ben Carter      0:14     5:51  zavěsil ope…  vip
 ▌◄21. 11. 13:30  sem    +441614960102                       Fakturace    Ana Nováko…  1:10:10           telefon ope…  recall seco…
 ◄ 20. 11. 13:38  sem    +447700900145                                                                   konec nabíd…




























── Kontakt 1312  so 21. 11. 13:30, sem ──────────────────────────────────────────────────────────── telefon operátora neodpověděl ──
 Číslo       +441614960102                                         Fronta      Fakturace
 Voláno na   +442079460000                                         Operátor    Ana Nováková
 Štítky      recall second-attempt
 6, to je vše

 Enter podrobnosti  f hledat  l jeho nahrávky  m jeho zprávy  L trasování SIP  r načíst znovu  / filtr  : příkazy  ? nápověda
