 cclite  Fronty › Kdo co obsluhuje         Dana Hill  správa  živě     14:32:07
── Kdo co obsluhuje ──────────────────────────────────────────────── Změny: 0 ──
  Operátor          support-1 support-2  sales-en   billing     night
  Ana Nováková              1         -         -         -         -
  Ben Carter                -         -         -        10         -
  Petr Dvořák               2         -         -         1         -
  Ben Carter                -         -         -         -         -
          ┌─ Obsluhovat do ──────────────────────────────────────────┐
          │   Do dne    ‹                ›                           │
          │ ▌ Do hodin  ‹          ›                                 │
          │                                                          │
          │   [ Nastavit ]                                           │
          │                                                          │
          │                                                          │
          └──────────────────────────────────────────────────────────┘
── Pokrytí ───────────────────────────────────── přihlášení, kdo ji obsluhují ──
 support-1     ████░░░░ 2       night         ░░░░░░░░ 0
 support-2     ░░░░░░░░ 0
 sales-en      ░░░░░░░░ 0
 billing       ██░░░░░░ 1

 1-9 nastaví prioritu   + - dříve, později   . už ne

 Jen čas: nejbližší příští   Esc nic nemění
