 cclite  Operátor    ■ HOVOŘÍ 3:21       ▲ BEZ SPOJENÍ 0:03
┌─ ▲ Spojení přerušeno ─────────────────── pokus 1 za 0 s ─┐
│ Hovor pokračuje: zvuk neprochází touto obrazovkou.       │
│ Telefon (2041) dál umí podržet i zavěsit.                │
│ Údaje níže platily v 14:32:07.  1 úkon čeká na odeslání. │
└──────────────────────────────────────────────────────────┘
 +447700900123       "J OKAFOR"               Podpora 1

── Poznámky čekají na odeslání ─────────────────────────────
 he signed in




 ◊ Bez spojení. Obrazovka není živá.
 F3 podržet  F4 ztišit  F8 zavěsit  F9 stav  F1 nápověda
