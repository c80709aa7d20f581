 cclite  Linky                                    Dana Hill   živě     14:32:07
 Fronty │ Vstupy │ Linky │ Důvody pauzy │ Výsledky
─────────────────────────────────────────────────────── odpovídá 1 z 2 trunků ──
   Trunk▲        Protějšek           Stav                     Hovory    Selhání
 ▌ lon-1         198.51.100.7:5060   ▲ mimo provoz 3:52         0/60          3
   prg-2         192.0.2.10:5060     ● v provozu 26:00:00      38/40          9








── lon-1 ──────────────────────────────────────────────────────────── verze 1 ──
 Přenos             TCP                  Tísňová            –
 Kanály             60                   Příchozí hovory    12
 Odchozí            ne                   Odchozí hovory     3
 Předvolby          –                    Odmítnuto, plno    0
 Pořadí             2                    OPTIONS trvalo     –
 Zobrazené číslo    –                    Odpověď na OPTIONS 503
 Ověřovat každých   –

 a přidat  e upravit  d smazat  / filtr  : příkazy  ? nápověda
