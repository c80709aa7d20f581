 cclite  Směrovací pravidla                Dana Hill  správa  živě     14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
─────────────────────────────────── Koncept: změn 2, nových 1, odstraněných 1 ──
      Č.▲ K  Zap.  Pravidlo     Podmínka           Vede do    Který        24 h
  x   10  !  ano   blocked      caller in blocked  obsazeno   –              38
  x   20  ~  ano   vip          caller in vip an…  fronta     support-1     112
 ▌    30  -  ano   again        called_within(7)…  operátor   –               0
      40     ne    long-wait    waited > 180       scénář     –               0
      50  +  ano   spanish      caller starts "+…  fronta     support-2       0

── again ──────────────────────────────────────────────────────────── verze 1 ──
 Zkouší se          když přijde hovor    ... které číslo    –
 Vstup              –                    ... podíl          1
 Platí od           –                    Nebo kam           scénář
 Platí do           –                    ... kam přesně     –
 Priorita           0                    ... které číslo    –
 Čekání navíc       –                    ... podíl          0
 Požadavky          –                    Nebo kam, potřetí  scénář
 Jazyk              podle vstupu         ... kam přesně     –
 Štítek             –                    ... které číslo    –
 Nahrávka           podle fronty         ... podíl          0
 Vybírá se          první, který může    V konceptu         odstraněno
 ● V konceptu: 2 z 2 pravidel.
 a přidat  e upravit  d smazat  Ctrl-S zveřejnit  D rozdíl  v verze  ? nápověda
