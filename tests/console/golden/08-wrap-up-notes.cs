 cclite  Zápis         Ana Nováková 2041  ◊ ZÁPIS 0:21        živě     14:32:07
── Hovor skončil 14:31:46 ──────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"          Podpora 1         zavěsil volající
── Výsledek ───────────────────────────────────────────────────────── povinné ──
 ▌ 1 Vyřešeno › Přihlášení / heslo
   2 Vyřešeno › Přihlášení / 2FA
   3 Předáno › Výpadek přihlášení
   4 Čeká se › Na zákazníka



 Zavolat zpět  nikomu
── Poznámky ─────────────────────────────────────────── čeká 12, nejdéle 3:52 ──







 Zbývá  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░    0:39
 Až uplyne: uloží se bez výsledku a máte volno.

 Esc opustit  Ctrl-O v editoru  F1 nápověda
