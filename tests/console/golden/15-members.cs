 cclite  Fronty › billing › Operátoři      Dana Hill  správa  živě     14:32:07
 … Zpět. volání │ Podle hodin │ Východiska │ Otevírací doba │ Operátoři │ …
── Kdo obsluhuje ───────────────────────────────────────────────────────────────
   Operátor  Název        Priorita▲ Prodleva  Do          Tým      Stav
 ▌ ana       Ana Novák…          5      0:20  –           –        ● VOLNO
   petr      Petr Dvoř…          7      0:20  ne 29. 11.  t1-east  ◊ ZÁPIS
   ben       Ben Carter         10      0:30  17:53       –        · MIMO
   ben       Ben Carter          –                                 · MIMO















 Ctrl-S uložit  a přiřadit  d odebrat  + dříve  - později  u vrátit  ? nápověda
