 cclite  Směrovací pravidla                                                        Dana Hill  správa  živě     ne 22. 11.  14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
─────────────────────────────────────────────────────────────────────────────────────── Koncept: změn 2, nových 1, odstraněných 1 ──
       Č.▲ K  Zap.  Pravidlo            Podmínka                                         Vede do      Který           Čeká     24 h
       10  !  ano   blocked             caller in blocked                                obsazeno     –                  –       38
       20  ~  ano   vip                 caller in vip and hour >= 8                      fronta       support-1          –      112
 ▌     30  -  ano   again               called_within(7) and last_agent_free             operátor     –               0:30        0
       40     ne    long-wait           waited > 180                                     scénář       –                  –        0
       50  +  ano   spanish             caller starts "+34"                              fronta       support-2          –        0



















── again ──────────────────────────────────────────────────────────────────────────────────────────────────────────────── verze 1 ──
 Zkouší se          když přijde hovor                              ... podíl          1
 Vstup              –                                              Nebo kam           scénář
 Platí od           –                                              ... kam přesně     –
 Platí do           –                                              ... které číslo    –
 Priorita           0                                              ... podíl          0
 Čekání navíc       –                                              Nebo kam, potřetí  scénář
 Požadavky          –                                              ... kam přesně     –
 Jazyk              podle vstupu                                   ... které číslo    –
 Štítek             –                                              ... podíl          0
 Nahrávka           podle fronty                                   V konceptu         odstraněno
 Vybírá se          první, který může                              Dojde na ně        je vypnuté
 ... které číslo    –

 a přidat  e upravit  c kopírovat  d smazat  K dříve  J později  Ctrl-S zveřejnit  D rozdíl  f čísla  v verze  T zkusit  ? nápověda
