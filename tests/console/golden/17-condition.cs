 cclite  … › vip › Podmínka                Dana Hill  správa  živě     14:32:07
── Podmínka ────────────────────────────────────────────────────────────────────
  platí vše
     caller in vip
▌    platí něco
        queue(support).waiting < 5
        hour >= 18











── Jako text ───────────────────────────────────────────────────────────────────
 caller in vip and (queue(support).waiting < 5 or hour >= 18)



 a přidat  G skupina  Enter upravit  t vše, něco  Ctrl-S použít  ? nápověda
