 cclite  Linky                                    Dana Hill   živě     14:32:07
 Fronty │ Vstupy │ Linky │ Důvody pauzy │ Výsledky │ Hlášky
─────────────────────────────────────────────────────── odpovídá 1 z 2 trunků ──
   Trunk▲        Protějšek           Stav                     Hovory    Selhání
   lon-1         198.51.100.7:5060   ▲ mimo provoz 3:52         0/60          3
 ▌ prg-2         192.0.2.10:5060     ● v provozu 26:00:00      38/40          9





── prg-2 ──────────────────────────────────────────────────────────── verze 5 ──
 Kanály     ███████████████████████░  38/40
 Volání/min ▁▁▁▁▂▂▂▂▃▃▃▃▄▄▅▅▆▆▆▇▇██▂  7 v této minutě, 24 v předchozí
 Přenos             UDP                  Oblast ověření     –
 Kanály             40                   Registruje se      ne
 Odchozí            ano                  Tísňová            –
 Předvolby          +420 00              Příchozí hovory    1 412
 Pořadí             1                    Odchozí hovory     306
 Zobrazené číslo    +420221000000        Odmítnuto, plno    2
 Ověřovat každých   0:30                 OPTIONS trvalo     31 ms
 Účet               –                    Odpověď na OPTIONS 200

 a přidat  e upravit  c kopírovat  d smazat  / filtr  : příkazy  ? nápověda
