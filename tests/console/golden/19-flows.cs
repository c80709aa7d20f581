 cclite  IVR                               Dana Hill  správa  živě     14:32:07
── Scénáře ─────────────────────────────────────────────────────────────────────
   Scénář▲                               Verze  Čísla, která sem vedou
 ▌ main-menu                                 7  +442079460000, 0800555*
   night-menu                                3
   survey                                    1

















 e otevřít  a přidat  d smazat  / filtr  : příkazy  ? nápověda
