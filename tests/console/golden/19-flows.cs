 cclite  IVR                               Dana Hill  správa  živě     14:32:07
── Scénáře ─────────────────────────────────────────────────────────────────────
   Scénář▲              Verze  Stav                 Čísla, která sem vedou
 ▌ main-menu                7  nezveřejněn          +442079460000, 0800555*
   night-menu               3  nezveřejněn
   survey                   1  nezveřejněn

















 e otevřít  a přidat  c kopírovat  n přejmenovat  d smazat  / filtr  ? nápověda
