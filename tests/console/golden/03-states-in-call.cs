 cclite  Operátor      Ana Nováková 2041  ■ HOVOŘÍ 3:18       živě     14:32:07
── ► HOVOŘÍ 3:18 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 podržet  F4 ztišit  F7 číselnice  F5 přepojit  F8 zavěsit
── Cesta sem ───────────────────────────────────────────────────────────────────
 volané číslo +442079460311   čekání 2:09
 answer › language [1] › technical [3] › support
 ◊ login loo┌─ Změna stavu ────────────────────────────────────────┐
── Dřívější │ ▌●  r  Volno                                         │────────────
 so 21. 11. │  ○  b  Short break         9:00 z 15:00              │nk sent
 st 18. 11. │  ○  l  Lunch               0:00 z 45:00              │88301 resent
 pá 13. 11. │  ○  t  Training                                      │
── Poznámky │  ·  o  Mimo službu                                   │déle 3:52 ──
            │                                                      │
            │ Během hovoru: co bude po něm.                        │
            └──────────────────────────────────────────────────────┘





 Pište poznámky. Esc je opustí; písmena pak ovládají telefon.

 písmeno nebo Enter vybírá   Esc zavře
