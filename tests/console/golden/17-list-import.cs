 cclite  Seznamy volajících                Dana Hill  správa  živě     14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
────────────────────────────────────────────────────────────────────────────────
   Seznam▲                 Název                               Čísla  Předvolba
 ▌ blocked                 –                                       3  –
   vip                     Gold customers                      1 204  44


       ┌─ Čísla ze souboru ─────────────────────────────────── blocked ─┐
       │◊▌ Soubor  ‹ /tmp/vip.csv                                 ›     │
       │                                                                │
       │   [ Odeslat ]                                                  │
       │                                                                │
       └────────────────────────────────────────────────────────────────┘






── blocked ────────────────────────────────────────────────────────── verze 1 ──
 Otisk              111111111111111111…

 Enter soubor odešle   Esc nechá vše, jak je
