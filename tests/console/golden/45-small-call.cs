 cclite  Operátor               ■ HOVOŘÍ 3:18       živě
 +447700900123       "J OKAFOR"               Podpora 1

── Poznámky, zatím neuložené ───────────────────────────────
 Resent 14:30










 F3 podržení  F4 ztišit  F5 přepojit  F9 stav  ? nápověda
