 cclite  Fronty › Kdo co obsluhuje         Dana Hill  správa  živě     14:32:07
── Kdo co obsluhuje ──────────────────────────────────────────────── Změny: 2 ──
  Tým               support-1 support-2  sales-en   billing     night
  t1-east            ◊  2+30s  ◊      3         -         -         -











── Pokrytí ───────────────────────────────────── přihlášení, kdo ji obsluhují ──
 support-1     ████░░░░ 2       night         ░░░░░░░░ 0
 support-2     ██░░░░░░ 0 > 1
 sales-en      ░░░░░░░░ 0
 billing       ██░░░░░░ 1

 1-9 nastaví prioritu   + - dříve, později   . už ne

 + dříve  - později  d prodleva  m operátoři  Ctrl-S uložit  ? nápověda
