 cclite  Směrovací pravidla                Dana Hill  správa  živě     14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
─────────────────────────────────── Koncept: změn 2, nových 1, odstraněných 1 ──
      Č.▲ K  Zap.  Pravidlo     Podmínka           Vede do    Který        24 h
      10  !  ano   blocked      caller in blocked  obsazeno   –              38
 ▌    20  ~  ano   vip          caller in vip an…  fronta     support-1     112
      30  -  ano   again        called_within(7)…  operátor   –               0
      40     ne    long-wait    waited > 180       scénář     –               0
      50  +  ano   spanish      caller starts "+…  fronta     support-2       0

── vip ────────────────────────────────────────────────────────────── verze 5 ──
 Zkouší se          když přijde hovor    ... které číslo    –
 Vstup              support              ... podíl          1
 Platí od           –                    Nebo kam           číslo
 Platí do           –                    ... kam přesně     –
 Priorita           2                    ... které číslo    +442079460018
 Čekání navíc       1:00                 ... podíl          1
 Požadavky          0s es>=50            Nebo kam, potřetí  scénář
 Jazyk              español              ... kam přesně     –
 Štítek             vip                  ... které číslo    –
 Nahrávka           vždy                 ... podíl          0
 Vybírá se          první, který může    V konceptu         změněno

 a přidat  e upravit  d smazat  Ctrl-S zveřejnit  D rozdíl  v verze  ? nápověda
