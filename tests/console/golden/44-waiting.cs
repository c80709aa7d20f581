 cclite  Operátor  Ana Novák…  ■ HOVOŘÍ 3:23       ▲ BEZ SPOJENÍ 0:08  14:32:12
┌─ ▲ Spojení přerušeno ─────────────────────────────────────── pokus 2 za 3 s ─┐
│ Hovor pokračuje: zvuk neprochází touto obrazovkou.                           │
│ Telefon (2041) dál umí podržet i zavěsit.                                    │
│ Údaje níže platily v 14:32:04.  2 úkony čekají na odeslání.                  │
└──────────────────────────────────────────────────────────────────────────────┘
── ► HOVOŘÍ 3:23 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 podržet  F4 ztišit  F7 číselnice  F5 přepojit  F8 zavěsit
── Poznámky čekají na odeslání ─────────────────────────────────────────────────
 he signed in at 14:35




── Čeká na odeslání ─────────────────────────────────────────────────────── 2 ──
▌ 14:32:09 poznámka        +447700900123 "he signed in at 14:35"           čeká
  14:32:10 po hovoru       Krátká přestávka                                čeká
── Spojení ─────────────────────────────────────────────────────────────────────
  14:32:12 pokus 1 selhal: neodpovídá
  14:32:07 ztraceno: spojení se přerušilo
  14:32:07 připojeno
 ◊ Bez spojení. Obrazovka není živá.
 r zkusit hned  d zahodit, co čeká  Tab poznámky  : příkazy  ? nápověda
