 cclite  Operátor  Ana Novák…  ■ HOVOŘÍ 3:21       ▲ BEZ SPOJENÍ 0:03  14:32:10
┌─ ▲ Spojení přerušeno ─────────────────────────────────────── pokus 1 za 0 s ─┐
│ Hovor pokračuje: zvuk neprochází touto obrazovkou.                           │
│ Telefon (2041) dál umí podržet i zavěsit.                                    │
│ Údaje níže platily v 14:32:07.  1 úkon čeká na odeslání.                     │
└──────────────────────────────────────────────────────────────────────────────┘
── ► HOVOŘÍ 3:21 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 podržet  F4 ztišit  F7 číselnice  F5 přepojit  F8 zavěsit
── Poznámky čekají na odeslání ─────────────────────────────────────────────────
 he signed in at 14:35






── Čeká na odeslání ─────────────────────────────────────────────────────── 1 ──
▌ 14:32:09 poznámka        +447700900123 "he signed in"                    čeká
── Spojení ─────────────────────────────────────────────────────────────────────
  14:32:07 ztraceno: spojení se přerušilo
  14:32:07 připojeno
 ◊ Bez spojení. Obrazovka není živá.
 F3 podržet  F4 ztišit  F5 přepojit  F8 zavěsit  Esc opustit  F1 nápověda
