 cclite  Dovednosti › Kdo co umí           Dana Hill  správa  živě     14:32:07
── Kdo co umí ────────────────────────────────────────────────────── Změny: 3 ──
  Operátor                 es       net   billing
  Ana Nováková       ◊     70  ◊      -         -
 *Ben Carter                -         -         -
  Petr Dvořák              70         -         -
  Ben Carter                -  ◊     65       100








── Pokrytí ─────────────────────── přihlášení, na požadované úrovni, jinak 50 ──
 es            ████░░░░ 1 > 2
 net           ░░░░░░░░ 1 > 0
 billing       ░░░░░░░░ 0


 0-9 desítky   + - o 5 víc, míň   . nic   mezerník označí

 + víc  - míň  Ctrl-S uložit  . žádné  c kopie na označené  / filtr  ? nápověda
