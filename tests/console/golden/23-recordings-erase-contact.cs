 cclite  Nahrávky              Eva Ruiz   ● VOLNO 1:13        živě     14:32:08
   Kdy                  Délka  Operátor     Volající       Fronta      Stav
   ne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"     Podpora 1   probíhá
 ▌ ne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & C…  Podpora 1   uložena
   ne 22. 11. 11:40      3:08  Ben Carter   +441614960102  Podpora 1   uložena
   ne 22. 11. 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Podpora 2   uložena
   so 21.┌─ ▲ Vymazat, kdo volal ──────────────── nelze vrátit zpět ─┐ uložena
   so 21.│ Nadobro vymaže, kdo volal v kontaktu 1311.                │ uložena
   so 21.│ Číslo, jméno, poznámky, klávesy a nahrávky nadobro zmizí. │ ztracena
         │ Že kontakt byl a jeho časy, v číslech zůstává.            │
         │                                                           │
         │ Pro pokračování napište název:                            │
── Nahráv│ 1311                                                      │── 6:12 ──
 operátor│ ‹                                                       › │▁▁▁▆█▆▇▂▁
 volající│                                                           │█▅▆▁▁▁▁▄▆
         │ [ Ne ]    [ Vymazat ]    ještě ne: název nesouhlasí       │
 Volající└───────────────────────────────────────────────────────────┘
 Číslo       +447700900145               Velikost    6,0 MB
 Voláno na   +442079460000               SHA-256     52f14fc33ef4
 Operátor    Ben Carter                  Mezery      0:41 pauza, 0:00 ztráta
 Fronta      Podpora 1                   Kontakt     1311
 7, to je vše                                                      od nejnovější

 Tab přechází   Enter stiskne   Esc je Ne
