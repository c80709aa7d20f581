 cclite  Trunky                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
─────────────────────────────────────────────────────── odpovídá 1 z 2 trunků ──
   Trunk▲        Protějšek           Stav                     Hovory    Selhání
   lon-1         198.51.100.7:5060   ▲ mimo provoz 3:52         0/60          3
 ▌ prg-2         192.0.2.10:5060     ● v provozu 26:00:00      38/40          9



── prg-2 ──────────────────────────────────────────────────────────── verze 5 ──
 Kanály     ███████████████████████░  38/40
 Volání/min ▁▁▁▁▂▂▂▂▃▃▃▃▄▄▅▅▆▆▆▇▇██▂  7 v této minutě, 24 v předchozí
 Přenos             UDP                  Tísňová            –
 Kanály             40                   SRTP               nikdy
 Odchozí            ano                  Příchozí hovory    1 412
 Předvolby          +420 00              Odchozí hovory     306
 Pořadí             1                    Odmítnuto, plno    2
 Zobrazené číslo    +420221000000        OPTIONS trvalo     31 ms
 Ověřovat každých   0:30                 Odpověď na OPTIONS 200
 Účet               –                    Registrace         není třeba
 Oblast ověření     –                    Potíž              –
 Registruje se      ne

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  / filtr  ? nápověda
