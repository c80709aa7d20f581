 cclite  Zápis  Ana Nováková…  ◊ ZÁPIS 0:21        ▲ BEZ SPOJENÍ 0:00  14:32:07
┌─ ▲ Spojení přerušeno ─────────────────────────────────────── pokus 1 za 3 s ─┐
│ Hovor pokračuje: zvuk neprochází touto obrazovkou.                           │
│ Telefon (2041) dál umí podržet i zavěsit.                                    │
│ Údaje níže platily v 14:32:07.  1 úkon čeká na odeslání.                     │
└──────────────────────────────────────────────────────────────────────────────┘
── ◊ ZÁPIS 0:21 ────────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"          Podpora 1         zavěsil volající

── Výsledek ────────────────────────────────────────────────────────────────────
   1 Vyřešeno › Přihlášení / heslo
 ▌ 2 Vyřešeno › Přihlášení / 2FA
   3 Předáno › Výpadek přihlášení
   4 Čeká se › Na zákazníka



── Čeká na odeslání ─────────────────────────────────────────────────────── 1 ──
▌ 14:32:07 výsledek        Vyřešeno › Přihlášení / 2FA                     čeká
── Spojení ─────────────────────────────────────────────────────────────────────
  14:32:07 ztraceno: spojení se přerušilo
  14:32:07 připojeno
 ◊ Bez spojení. Obrazovka není živá.
 Enter uložit, volno  w uložit, pauza  e přidat čas  b zavolat zpět  ? nápověda
