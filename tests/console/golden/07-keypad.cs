 cclite  Operátor      Ana Nováková 2041  ■ HOVOŘÍ 3:18       živě     14:32:07
── ► HOVOŘÍ 3:18 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 podržet  F4 ztišit  F7 číselnice  F5 přepojit  F8 zavěsit
── Cesta sem ───────────────────────────────────────────────────────────────────
 volané číslo +442079460311   čekání 2:09
 answer › language [1] › technical [3] › support
 ◊ login l┌─ Číselnice ──────────────────────────────────────────────┐
── Dřívějš│ 1 2 3   odesláno 409#.                                   │──────────
 so 21. 11│ 4 5 6                                                    │ sent
 st 18. 11│ 7 8 9   Co napíšete, odejde hned.                        │301 resent
 pá 13. 11│ * 0 #   Nikam se neukládají. Tab: ukládat                │
── Poznámk│                                                          │le 3:52 ──
          │                                                          │
          └──────────────────────────────────────────────────────────┘






 Pište poznámky. Esc je opustí; písmena pak ovládají telefon.

 Esc zavřít
