 cclite  Fronty › support-1                  Dana Hill   ▲ 1  živě     14:32:07
   Krátký název        ‹ support-1                            ›
   Název               ‹ Support T1                           ›
   Název španělsky     ‹ Soporte N1                           ›
   Název česky         ‹ Podpora 1                            ›
 ▌ Strategie           ‹ longest_idle           ▼ ›
   Max. čekajících     ‹ 40           ›
   Max. čekání         ‹ 10m          ›
   Přetečení do        ‹ fronta                 ▼ ›
   Cíl přetečení       ‹ support-2                          ▼ ›
   Doba zvonění        ‹ 20s          ›
   Dokončení           ‹ mandatory_timed        ▼ ›
   Doba zápisu         ‹ 1m           ›
   Prodloužení zápisu  ‹ 1m           ›
   Nejdelší zápis      ‹ 5m           ›
   Klid po nezvednutí  ‹ 10s          ›
   Klid po odmítnutí   ‹ 5s           ›
   Klid po obsazení    ‹ 30s          ›
   Klid po selhání     ‹ 30s          ›
   Nejvýše zmeškaných  ‹ 3            ›
────────────────────────────────────────────────────────────────────────────────
 kterému z více volných operátorů se kontakt nabídne

 Ctrl-S uložit  : příkazy  ? nápověda
