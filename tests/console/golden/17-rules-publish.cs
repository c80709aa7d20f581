 cclite  Směrovací pravidla                Dana Hill  správa  živě     14:32:07
 Směrovací pravidla │ Otevírací doba │ Seznamy volajících
─────────────────────────────────── Koncept: změn 2, nových 1, odstraněných 1 ──
      Č.▲ K  Zap.  Pravidlo     Podmínka           Vede do    Který        24 h
 ▌    10  !  ano   blocked      caller in blocked  obsazeno   –              38
      20  ~  ano   vip          caller in vip an…  fronta     support-1     112
      30  -  ano   again        called_within(7)…  operátor   –               0
      40     ne    long-wait    waited > 180       scénář     –               0
      50 ┌─ ▲ Zveřejnit koncept ──────────────────────────────────────┐       0
         │ Koncept: změn 2, nových 1, odstraněných 1                  │
── blocke│ Hovory, které od teď přijdou, se jím řídí, celým najednou. │erze 2 ──
 Zkouší s│                                                            │
 Vstup   │ [ Ne ]    [ Zveřejnit ]                                    │
 Platí od└────────────────────────────────────────────────────────────┘
 Platí do           –                    ... kam přesně     –
 Priorita           0                    ... které číslo    –
 Čekání navíc       –                    ... podíl          0
 Požadavky          –                    Nebo kam, potřetí  scénář
 Jazyk              podle vstupu         ... kam přesně     –
 Štítek             –                    ... které číslo    –
 Nahrávka           podle fronty         ... podíl          0
 Vybírá se          první, který může    V konceptu         změněno i jinde

 Tab přechází   Enter stiskne   Esc je Ne
