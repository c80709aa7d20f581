 cclite  Uživatelé                                Dana Hill   živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy
────────────────────────────────────────────────────────────────────────────────
   Uživatel▲         Název             Oprávnění       Tým           Stav
 ▌ ana               Ana Nováková      operátor        t1-east       ● zapnuto
   ben               Ben Carter        operátor        –             ● zapnuto
   dana              Dana Hill         správa          –             ● zapnuto
   eva               Eva Ruiz          vedoucí         t1-east       ● zapnuto
   old.temp          Temp 2025         operátor        –             ○ vypnuto











── ana ────────────────────────────────────────────────────────────── verze 4 ──
 Jazyk              čeština              Místní účet        –

 a přidat  e upravit  c kopírovat  d smazat  p heslo  s relace  ? nápověda
