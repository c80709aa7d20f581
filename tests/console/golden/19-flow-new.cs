 cclite  IVR                               Dana Hill  správa  živě     14:32:07
── Scénáře ─────────────────────────────────────────────────────────────────────
   Scénář▲         Typ           Stav                 Čísla, která sem vedou
 ▌ main-menu       příchozí      nezveřejněn          +442079460000, 0800555*
   night-menu      dílčí scénář  nezveřejněn
   survey ┌─ Nový scénář ────────────────────────────────────────────┐
          │◊  Krátký název  ‹ reception                             ›│
          │◊▌ Začne jako    ( ) Zavěsit: zatím nic víc               │
          │                 (•) main: jazyk, obchod nebo podpora     │
          │                 ( ) identify: ptá se na číslo zákazníka  │
          │                 ( ) survey: otázka po hovoru             │
          │                 ( ) office-hours: fronta, jinak vzkaz    │
          │                 ( ) callback: čekat, nebo zpětné volání  │
          │                                                          │
          │                                                          │
          │ a-z 0-9 . _ -, nejvýš 63 znaků                           │
          └──────────────────────────────────────────────────────────┘






 Enter přidá   Tab přechází   Esc odejde
