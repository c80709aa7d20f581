 cclite  Uživatelé                                Dana Hill   živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy
────────────────────────────────────────────────────────────────────────────────
   Uživatel▲         Název             Oprávnění       Tým           Stav
 ▌ ana               Ana Nováková      operátor        t1-east       ● zapnuto
   ben               Ben Carter        operátor        –             ● zapnuto
   dana              Dana Hill         správa          –             ● zapnuto
   eva               Eva Ruiz          vedoucí         t1-east       ● zapnuto
   old.tem┌─ ▲ Vypnout účet ─────────────────────────────────────────┐ vypnuto
          │ ana                                                      │
          │ Konzole tohoto účtu se hned odhlásí.                     │
          │                                                          │
          │ [ Ne ]    [ Vypnout ]                                    │
          └──────────────────────────────────────────────────────────┘






── ana ────────────────────────────────────────────────────────────── verze 4 ──
 Jazyk              čeština              Místní účet        –

 Tab přechází   Enter stiskne   Esc je Ne
