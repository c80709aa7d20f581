 cclite  Fronty › support-2 › Východiska   Dana Hill  správa  živě     14:32:07
 … Volající │ Nahrávka │ Práva │ Zpět. volání │ Podle hodin │ Východiska │ …
── Východiska v pořadí, v jakém se zkoušejí ────────────────────────────────────
   Východisko    Kdy                    Mez  Pro koho    Kam
   night         fronta zavřená           –  obojí       číslo +442079460000
 ▌ tier-1        příliš dlouhé …       3:00  čekající    fronta support-1
   few           málo připraven…        < 3  obojí       operátor ana
   call-back     příliš dlouhé …       6:00  čekající    zpětné volání
   press-1       klávesa                  1  čekající    zpětné volání
   too-long      odhad příliš d…       5:00  příchozí    zavěsit
   at-last       příliš dlouhé …      10:00  čekající    zavěsit








────────────────────────────────────────────────────────────────────────────────
 Kdo ji najde plnou nebo čekal nejdéle, jak smí, a žádné z těchto východisek ho
 nevede dál: zavěsit

 Ctrl-S uložit  e upravit  a přidat  K dříve  J později  : příkazy  ? nápověda
