 cclite  Fronty › support-2                Dana Hill  správa  živě     14:32:07
── Kdo obsluhuje ───────────────────────────────────────────────────────────────
   Operátor  Název        Priorita▲ Prodleva  Do          Tým      Stav
 ▌ ana       Ana Novák…          –                                 ● VOLNO
   ben       Ben Carter          –                                 · MIMO


















 a přiřadit  d odebrat  + dříve  - později  A kdo co obsluhuje  ? nápověda
