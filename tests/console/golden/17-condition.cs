 cclite  … › vip › Podmínka                Dana Hill  správa  živě     14:32:07
── Podmínka ────────────────────────────────────────────────────────────────────
  vše z
     caller in vip
▌    něco z
        queue(support).waiting < 5
        hour >= 18











── Jako text ───────────────────────────────────────────────────────────────────
 caller in vip and (queue(support).waiting < 5 or hour >= 18)



 a přidat  G přidat skupinu  Enter upravit  ! ne  Ctrl-S použít  ? nápověda
