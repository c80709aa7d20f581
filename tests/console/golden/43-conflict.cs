 cclite  Fronty › support-1                  Dana Hill   ▲ 1  živě     14:32:07
   Krátký název        ‹ support-1                            ›
   Název               ‹ Support T1                           ›
   Název španělsky     ‹ Soporte N1                           ›
   Název česky         ‹ Podpora 1                            ›
   Strategie           ‹ longest_idle           ▼ ›
◊▌ Max. čekajících     ‹ 55           ›
   Max. čekání         ‹ 10m          ›
   Přeteče┌─ ▲ Mezitím to někdo změnil ──────────────────────────────┐
   Cíl pře│ Max. čekání: zůstane cizí 8m                             │
   Doba zv│ Doba zvonění: zůstane cizí 18s                           │
   Dokonče│ „Ne“ nechá vaše změny ve formuláři, neuložené.           │
   Doba zá│                                                          │
   Prodlou│ [ Ne ]    [ Uložit mé změny ]                            │
   Nejdelš└──────────────────────────────────────────────────────────┘
   Klid po nezvednutí  ‹ 10s          ›
   Klid po odmítnutí   ‹ 5s           ›
   Klid po obsazení    ‹ 30s          ›
   Klid po selhání     ‹ 30s          ›
   Nejvýše zmeškaných  ‹ 3            ›
────────────────────────────────────────────────────────────────────────────────
 kolik jich smí čekat; další se do fronty nepřijme

 Tab přechází   Enter stiskne   Esc je Ne
