 cclite  Operátor  Ana Novák…  ■ HOVOŘÍ 3:19       ▲ BEZ SPOJENÍ 0:14  14:32:08
┌─ ▲ Spojení přerušeno ─────────────────────────────────────── pokus 1 za 3 s ─┐
│ Hovor pokračuje: zvuk neprochází touto obrazovkou.                           │
│ Telefon (2041) dál umí podržet i zavěsit.                                    │
│ Údaje níže platily v 14:31:54.                                               │
└──────────────────────────────────────────────────────────────────────────────┘
── ► HOVOŘÍ 3:19 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 podržet  F4 ztišit  F7 číselnice  F5 přepojit  F8 zavěsit
── Poznámky ────────────────────────────────────────────────────────────────────









── Spojení ─────────────────────────────────────────────────────────────────────
  14:32:08 ztraceno: nelze se připojit
  14:32:07 připojeno
 ◊ Bez spojení: nic se neposílá. Použijte přímo telefon.
 F3 podržet  F4 ztišit  F5 přepojit  F8 zavěsit  Esc opustit  F1 nápověda
