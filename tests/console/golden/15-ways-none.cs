 cclite  Fronty › support-2 › Východiska   Dana Hill  správa  živě     14:32:07
 … Volající │ Nahrávka │ Práva │ Zpět. volání │ Podle hodin │ Východiska │ …
── Východiska v pořadí, v jakém se zkoušejí ────────────────────────────────────
   Východisko    Kdy                    Mez  Pro koho    Kam















────────────────────────────────────────────────────────────────────────────────
 Kdo ji najde plnou nebo čekal nejdéle, jak smí, a žádné z těchto východisek ho
 nevede dál: zavěsit

 Ctrl-S uložit  e upravit  a přidat  K dříve  J později  : příkazy  ? nápověda
