 cclite  IVR › main-menu › Uzel 2          Dana Hill  správa  živě     14:32:07
── Hláška ────────────────────────────────────── Východy ───────────────────────
   Krátký název  ‹ welcome                   ›│    pak    ‹ 3 Main menu      ▼ ›
   Název         ‹                           ›│    chyba  ‹ 3 Main menu      ▼ ›
   Hláška        ‹                           ›│
 ▌ Z knihovny    ‹ welcome                 ▼ ›│  Vede sem
                                              │  1 start, pak
   [ Uložit ]   [ Zahodit ]                   │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
── 0:06  en ◊ es ● cs ◊ ───────────────────────────────── syntéza řeči: en cs ──
 hláška, číslem; 0: jménem


 Ctrl-S převzít  Ctrl-G nastavení, východy  Ctrl-P vybrat hlášku  ? nápověda
