 cclite  Směrovací pravidla › Zkouška      Dana Hill  správa  živě     14:32:07
── Hovor, který nikdo nevede ───────────────────────────────────────────────────
   Z čísla                ‹                          ›
   Komu                   ‹                          ›
── Co říká každé pravidlo ──────────────────────────────────────────────────────
   rule-24              neplatí                data.level == "gold" and caller …
   rule-25              neplatí                data.level == "gold" and caller …
   rule-26              neplatí                data.level == "gold" and caller …
   rule-27              neplatí                data.level == "gold" and caller …
   rule-28              neplatí                data.level == "gold" and caller …
▌  rule-29              neplatí                data.level == "gold" and caller …
 ► rule-30              směruje ho             → číslo +34910000001
   rule-31              neptáno
   rule-32              neptáno
── rule-29 ─────────────────────────────────────────────────────────────────────
 data.level == "gold" and caller in vip and open(madrid) and
 queue(support-1).waiting < 29 (silver)






 n další, které směruje  Ctrl-S zeptat se  F6 pravidla, hovor  ? nápověda
