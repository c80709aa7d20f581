 cclite  Nahrávky              Eva Ruiz   ● VOLNO 1:13        živě     14:32:08
   Kdy                  Délka  Operátor     Volající       Fronta      Stav
 ▌xne 22. 11. 14:31         –  Ben Carter   "J OKAFOR"     Podpora 1   probíhá
  xne 22. 11. 14:02      6:12  Ben Carter   "FENWICK & C…  Podpora 1   uložena
  xne 22. 11. 11:40      3:08  Ben Carter   +441614960102  Podpora 1   uložena
  xne 22. 11. 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Podpora 2   uložena
  xso 21. ┌─ ▲ Smazat označené nahrávky ───────── nelze vrátit zpět ─┐ uložena
  xso 21. │ 6 nahrávek, celkem 28:42, 26,4 MB                        │ uložena
  xso 21. │ Už je nikdo neuslyší. Předem je lze uložit klávesou x.   │ ztracena
          │ 1 další ještě není celá, nebo už není: vynechá se.       │
          │                                                          │
          │ Pro pokračování napište název:                           │
── Nahrávk│ 6                                                        │───── – ──
          │ ‹                                                      › │
 Průběh ne│                                                          │
          │ [ Ne ]    [ Smazat ]    ještě ne: název nesouhlasí       │
 Volající └──────────────────────────────────────────────────────────┘
 Číslo       +447700900123               Velikost    –
 Voláno na   +442079460000               SHA-256
 Operátor    Ben Carter                  Mezery      0:00 pauza, 0:00 ztráta
 Fronta      Podpora 1                   Kontakt     1312
 Označeno: 6 nahrávek, celkem 28:42, 26,4 MB                      x a d: všechny

 Tab přechází   Enter stiskne   Esc je Ne
