 cclite  Vstupy                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Vstup▲             Číslo             Scénář          Trunk         Jazyk
 ▌ podpora            +420221000000     main            prg-2         čeština
   support            +442079460*       main            lon-1         English














── podpora ────────────────────────────────────────────────────────── verze 1 ──
 Nejdřív dotaz      –

 a přidat  e upravit  c kopírovat  d smazat  Tab seznamy  / filtr  ? nápověda
