 cclite  IVR                               Dana Hill  správa  živě     14:32:07
── Scénáře ─────────────────────────────────────────────────────────────────────
   Scénář▲         Typ           Stav                 Čísla, která sem vedou
 ▌ main-menu       příchozí      nezveřejněn          +442079460000, 0800555*
   night-menu      dílčí scénář  nezveřejněn
   survey          průzkum       nezveřejněn

















 e otevřít  a přidat  c kopírovat  n přejmenovat  d smazat  / filtr  ? nápověda
