 cclite  Fronty › support-1 › Operátoři    Dana Hill  správa  živě     14:32:07
 … Zpět. volání │ Podle hodin │ Východiska │ Otevírací doba │ Operátoři │ …
── Kdo obsluhuje ───────────────────────────────────────────────────────────────
   Operátor  Název        Priorita▲ Prodleva  Do          Tým      Stav
 ▌ ana       Ana Novák…          1         –  –           –        ● VOLNO
   petr      Petr Dvoř…          2         –  –           –        ◊ ZÁPIS
   ben       Ben Carter          –                                 · MIMO
   ben       Ben Carter          –                                 · MIMO












── Týmy, které ji obsluhují ────────────────────────────────────────────────────
   t1-east: priorita 4, po 0:30

 Ctrl-S uložit  a přiřadit  d odebrat  + dříve  - později  u vrátit  ? nápověda
