 cclite  Fronty › Kdo co obsluhuje         Dana Hill  správa  živě     14:32:07
── Kdo co obsluhuje ──────────────────────────────────────────────── Změny: 3 ──
  Operátor          support-1 support-2  sales-en   billing     night
  Ana Nováková       ◊      -         -         -         -         -
  Ben Carter         ◊      3         -  ◊      2        10         -
  Petr Dvořák               2         -         -         1         -
  Ben Carter                -         -         -         -         -








── Pokrytí ───────────────────────────────────── přihlášení, kdo ji obsluhují ──
 support-1     ██░░░░░░ 2 > 1   night         ░░░░░░░░ 0
 support-2     ░░░░░░░░ 0
 sales-en      ░░░░░░░░ 0
 billing       ██░░░░░░ 1
 Obsluha do ne 22. 11. 16:32
 1-9 nastaví prioritu   + - dříve, později   . už ne

 + dříve  - později  d prodleva  m týmy  Ctrl-S uložit  . žádné  ? nápověda
