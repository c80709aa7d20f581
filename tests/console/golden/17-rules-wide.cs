 cclite  Směrovací pravidla                                                        Dana Hill  správa  živě     ne 22. 11.  14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       Č.▲ K  Zap.  Pravidlo            Podmínka                                         Vede do      Který           Čeká     24 h
       10     ano   blocked             caller in blocked                                obsazeno     –                  –       38
 ▌     20     ano   vip                 caller in vip and (queue(support).waiting < 5 …  fronta       support-1          –      112
       30     ano   again               called_within(7) and last_agent_free             operátor     –               0:30        0
       40     ne    long-wait           waited > 180                                     scénář       –                  –        0




















── vip ────────────────────────────────────────────────────────────────────────────────────────────────────────────────── verze 5 ──
 Zkouší se          když přijde hovor                              ... podíl          1
 Vstup              support                                        Nebo kam           číslo
 Platí od           –                                              ... kam přesně     –
 Platí do           –                                              ... které číslo    +442079460018
 Priorita           1                                              ... podíl          1
 Čekání navíc       1:00                                           Nebo kam, potřetí  scénář
 Požadavky          0s es>=50                                      ... kam přesně     –
 Jazyk              español                                        ... které číslo    –
 Štítek             vip                                            ... podíl          0
 Nahrávka           vždy                                           V konceptu         tak, jak platí
 Vybírá se          první, který může                              Dojde na ně        možná
 ... které číslo    –

 a přidat  e upravit  c kopírovat  d smazat  K dříve  J později  Ctrl-S zveřejnit  D rozdíl  f čísla  v verze  T zkusit  ? nápověda
