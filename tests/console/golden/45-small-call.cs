 cclite  Operátor  Ana Nováko…  ■ HOVOŘÍ 3:18       živě
 +447700900123       "J OKAFOR"               Podpora 1

── Poznámky, zatím neuložené ────── čeká 12, nejdéle 3:52 ──
 Resent 14:30










 F3 podržet  F4 ztišit  F8 zavěsit  F9 stav  F1 nápověda
