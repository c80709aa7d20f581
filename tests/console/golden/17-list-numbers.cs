 cclite  Seznamy volajících › blocked      Dana Hill  správa  živě     14:32:07
── Čísla ────────────────────────────────────────────────────────────── 3 z 3 ──
   Číslo
   +34612345678
 ▌ +441614960102
   +442079460018

















 a přidat  d vyřadit  r načíst znovu  : příkazy  ? nápověda
