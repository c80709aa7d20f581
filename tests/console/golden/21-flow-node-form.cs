 cclite  IVR › main-menu › Uzel 3          Dana Hill  správa  živě     14:32:07
── Nabídka ───────────────────────────────────── Východy ───────────────────────
 ▌ Krátký název  ‹ main_menu                 ›│    0            ‹ nikam      ▼ ›
   Název         ‹ Main menu                 ›│    1            ‹ 4 Sales EN ▼ ›
   Hláška        ‹ choose                    ›│    2            ‹ 5 language ▼ ›
   Z knihovny    ‹ není                    ▼ ›│    3            ‹ 6 billing  ▼ ›
   Doba čekání   ‹ 5s           ›             │    bez volby    ‹ 7 sorry    ▼ ›
   Pokusů        ‹ 3            ›             │    neplatné     ‹ 7 sorry    ▼ ›
   Text (en)     ‹                           ›│    chyba        ‹ 7 sorry    ▼ ›
   Text (es)     ‹                           ›│    Další volba  ‹              ›
   Text (cs)     ‹                           ›│
   Další pokusy  ‹                           ›│  Vede sem
   Při chybě     ‹                           ›│  2 welcome, pak
   Při mlčení    ‹                           ›│  2 welcome, chyba
   Přerušitelné  [x]                          │
                                              │
   [ Uložit ]   [ Zahodit ]                   │
                                              │
                                              │
────────────────────────────────────────────────────────────────────────────────
 jak mu říkají jiné uzly a příkazy


 Ctrl-S převzít  Ctrl-G nastavení, východy  Ctrl-P vybrat hlášku  F1 nápověda
