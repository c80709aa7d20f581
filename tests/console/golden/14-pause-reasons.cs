 cclite  Důvody pauzy                      Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Důvod▲               Název                   Písmeno   Povoleno  Produktivní
 ▌ lunch                Lunch                   l            30:00  ne
   training             Training                t                –  ano














── lunch ──────────────────────────────────────────────────────────── verze 1 ──
 Název španělsky    Comida               Název česky        Oběd

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  / filtr  ? nápověda
