 cclite  Trunky                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
─────────────────────────────────────────────────────── odpovídá 1 z 2 trunků ──
   Trunk▲        Protějšek           Stav                     Hovory    Selhání
 ▌ lon-1         198.51.100.7:5060   ▲ mimo provoz 3:52         0/60          3
   prg-2         192.0.2.10:5060     ● v provozu 26:00:00      38/40          9



── lon-1 ──────────────────────────────────────────────────────────── verze 1 ──
 Kanály     ░░░░░░░░░░░░░░░░░░░░░░░░  0/60
 Volání/min ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  0 v této minutě, 0 v předchozí
 Přenos             TCP                  Tísňová            –
 Kanály             60                   SRTP               nikdy
 Odchozí            ne                   Příchozí hovory    12
 Předvolby          –                    Odchozí hovory     3
 Pořadí             2                    Odmítnuto, plno    0
 Zobrazené číslo    –                    OPTIONS trvalo     –
 Ověřovat každých   –                    Odpověď na OPTIONS 503
 Účet               –                    Registrace         není třeba
 Oblast ověření     –                    Potíž              hlásí chybu 503
 Registruje se      ne

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  / filtr  ? nápověda
