 cclite  Výsledky                          Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Výsledek▲                         Název
 ▌ call-back                         Call back
   solved                            Solved














── call-back ──────────────────────────────────────────────────────── verze 1 ──
 Název španělsky    Volver a llamar      Název česky        Zavolat zpět

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  / filtr  ? nápověda
