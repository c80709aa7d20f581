 cclite  Zápis  Ana Nováková …  ◊ ZÁPIS 0:21        živě
 +447700900123       "J OKAFOR"               Podpora 1
 ▌ 1 Vyřešeno › Přihlášení / heslo
   2 Vyřešeno › Přihlášení / 2FA
   3 Předáno › Výpadek přihlášení
   4 Čeká se › Na zákazníka









 Enter uložit, volno  w uložit, pauza  / hledat  ? nápověda
