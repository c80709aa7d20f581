 cclite  Směrovací pravidla                                                        Dana Hill  správa  živě     ne 22. 11.  14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       Č.▲ K  Zap.  Pravidlo            Podmínka                                         Vede do      Který           Čeká     24 h
       10     ano   blocked             caller in blocked                                obsazovací…  –                  –       38
 ▌     20     ano   vip                 caller in vip and (queue(support).waiting < 5 …  fronta       support-1          –      112
       30     ano   again               called_within(7) and last_agent_free             operátor     –               0:30        0
       40     ne    long-wait           waited > 180                                     scénář       –                  –        0





















── vip ────────────────────────────────────────────────────────────────────────────────────────────────────────────────── verze 5 ──
 Zkouší se          když přijde hovor                              ... které číslo    –
 Vstup              support                                        ... podíl          1
 Platí od           –                                              Nebo kam           číslo
 Platí do           –                                              ... kam přesně     –
 Priorita           1                                              ... které číslo    +442079460018
 Čekání navíc       1:00                                           ... podíl          1
 Požadavky          0s es>=50                                      Nebo kam, potřetí  scénář
 Jazyk              español                                        ... kam přesně     –
 Štítek             vip                                            ... které číslo    –
 Nahrávka           vždy                                           ... podíl          0
 Vybírá se          první, který může                              V konceptu         tak, jak platí

 a přidat  e upravit  c kopírovat  d smazat  K dříve  J později  Ctrl-S zveřejnit  D rozdíl  f čísla  v verze  T zkusit  ? nápověda
