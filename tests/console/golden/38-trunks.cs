 cclite  Linky                                    Dana Hill   živě     14:32:07
 Fronty │ Vstupy │ Linky │ Důvody pauzy │ Výsledky
─────────────────────────────────────────────────────── odpovídá 2 z 2 trunků ──
   Trunk▲                         Protějšek                    Hovory    Kanály
 ▌ lon-1                          198.51.100.7:5060                 0        60
   prg-2                          192.0.2.10:5060                   2        40












── lon-1 ──────────────────────────────────────────────────────────── verze 1 ──
 Přenos             TCP                  Pořadí             2
 Odchozí            ne                   Zobrazené číslo    –
 Předvolby          –                    Ověřovat každých   –

 a přidat  e upravit  d smazat  / filtr  : příkazy  ? nápověda
