 cclite  Fronty › Kdo co obsluhuje         Dana Hill  správa  živě     14:32:07
── Kdo co obsluhuje ──────────────────────────────────────────────── Změny: 0 ──
  Operátor          support-1 support-2  sales-en   billing     night
  Ana Nováková              1         -         -         -         -
  Ben Carter                -         -         -        10         -
  Petr Dvořák               2         -         -         1         -
  Ben Carter      ┌─ Obsluhovat, když kontakt čeká ──────────┐      -
                  │ ▌   1  ihned, bez čekání                 │
                  │     2  10 sekund                         │
                  │     3  20 sekund                         │
                  │     4  30 sekund                         │
                  │     5  minuta                            │
                  │     6  dvě minuty                        │
                  │     7  pět minut                         │
                  │     8  deset minut                       │
── Pokrytí ───────│     9  půl hodiny                        │do ji obsluhují ──
 support-1     ███└──────────────────────────────────────────┘
 support-2     ░░░░░░░░ 0
 sales-en      ░░░░░░░░ 0
 billing       ██░░░░░░ 1

 1-9 nastaví prioritu   + - dříve, později   . už ne

 písmeno nebo Enter vybírá   Esc zavře
