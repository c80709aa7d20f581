 cclite  Uživatelé                                Dana Hill   živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy
────────────────────────────────────────────────────────────────────────────────
   Uživatel▲         Název             Oprávnění       Tým           Stav
 ▌ ana               Ana Nováková      operátor        t1-east       ● zapnuto
   ben               Ben Carter        operátor        –             ● zapnuto
   dana              Dana Hill         správa          –             ● zapnuto
   eva    ┌─ Nové heslo ─────────────────────────────────────── ana ─┐ zapnuto
   old.tem│▲▌ Nové heslo    ‹ •••••                          ›       │ vypnuto
          │                 Napište nejméně 8 znaků.                 │
          │▲  Ještě jednou  ‹                                ›       │
          │                 Vyplňte toto pole.                       │
          │                                                          │
          │   [ Nastavit heslo ]                                     │
          └──────────────────────────────────────────────────────────┘





── ana ────────────────────────────────────────────────────────────── verze 4 ──
 Jazyk              čeština              Místní účet        –

 Tab přechází   Enter nastaví   Esc nechá, jak je
