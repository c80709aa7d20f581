 cclite  Nástěnná tabule              Eva Ruiz  vedoucí  ▲ 1  živě     14:32:07
  Všechny fronty                                             ne 22. 11.   14:32

 ┌─ ČEKÁ ───────────┐┌─ NEJDÉLE ČEKÁ ───┐┌─ SLA V % ────────┐┌─ VOLNÍ ─────────┐
 │       ▀▀▀█       ││ ▀▀▀█ ▄ █▀▀▀ ▀▀▀█ ││ █▀▀▀ █▀▀█   █▀▀█ ││      ▄█         │
 │       █▀▀▀       ││  ▀▀█   ▀▀▀█ █▀▀▀ ││ █▀▀█ █▀▀█   █▀▀█ ││       █         │
 │       █▄▄▄       ││ ▄▄▄█ ▀ ▄▄▄█ █▄▄▄ ││ █▄▄█ █▄▄█ ▄ █▄▄█ ││      ▄█▄        │
 │                  ││                  ││                  ││                 │
 │ ● DOBRÉ max. 8   ││ ▲ KRIT. max. 1:00││ ▲ KRIT. cíl 80   ││ ● DOBRÉ z 8     │
 └──────────────────┘└──────────────────┘└──────────────────┘└─────────────────┘
    Fronta               Čeká  Nejdéle       SLA    Zavěš.  Volní  Za hodinu
  ▲ Podpora 1               2     3:52    61,7 %     6,0 %      0  ▄▄▄▅▅▅▅▆▇▇█▇
  ◊ Podpora 2               0        –    78,8 %     2,9 %      1  ▅▅▅▅▅▃▃▃▃▃▃▃
  ● Fakturace               0        –    83,9 %     3,1 %      1  █▄▄▄▄▄▄▄▄▄▄▄


 ───────────────────────────────────────────────────────────────────────────────
  Dnes: vyřízeno 503    zavěšeno 27    nejdelší čekání 6:14    AHT 5:02

  ▲ KRITICKÉ  Podpora 1: čeká 2, nejdéle 3:52, SLA 61,7 %

  strana 1 z 4                                                             živě

 → další strana  ← předchozí strana  Mezerník zůstat na této straně  ? nápověda
