 cclite  … › Prueba                Dana Hill  administración  en vivo  14:32:07
── Una llamada que nadie hace ──────────────────────────────────────────────────
   De                        ‹                          ›
   A                         ‹                          ›
── Qué dice cada regla ─────────────────────────────────────────────────────────
   rule-24              no se cumple           data.level == "gold" and caller …
   rule-25              no se cumple           data.level == "gold" and caller …
   rule-26              no se cumple           data.level == "gold" and caller …
   rule-27              no se cumple           data.level == "gold" and caller …
   rule-28              no se cumple           data.level == "gold" and caller …
▌  rule-29              no se cumple           data.level == "gold" and caller …
 ► rule-30              la dirige              → número +34910000001
   rule-31              no preguntada
   rule-32              no preguntada
── rule-29 ─────────────────────────────────────────────────────────────────────
 data.level == "gold" and caller in vip and open(madrid) and
 queue(support-1).waiting < 29 (silver)






 n la siguiente que dirige  Ctrl-S preguntar  F6 reglas, llamada  ? ayuda
