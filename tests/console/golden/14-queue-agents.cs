 cclite  Fronty › support-2                Dana Hill  správa  živě     14:32:07
── Kdo obsluhuje ───────────────────────────────────────────────────────────────
   Operátor▲                Název                        Priorita  Stav
 ▌ ana                      Ana Nováková                        –  ● VOLNO
   ben                      Ben Carter                          –  · MIMO


















 a přiřadit  d odebrat  + dříve  - později  u vrátit  : příkazy  ? nápověda
