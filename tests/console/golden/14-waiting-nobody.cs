 cclite  Fronty › support-2                Dana Hill  správa  živě     14:32:08
 Ve frontě  ▁▁▃▃▅▅██▅▅▃▃▃▃▁▁▁▁▃▃▃▅▃▃  0 teď, nejvýše 3 za 2 h
── Kdo čeká ────────────────────────────────────────────────────────────────────
   Pořadí  Volající                      Čeká  Očekáváno   Priorita  Operátor
   Nikdo nečeká.






── Proč ještě ne ───────────────────────────────────────────────────────────────











 p vzít si  t přesunout  w vyjmout  + dříve  - později  : příkazy  ? nápověda
