 cclite  … › vip › Condición       Dana Hill  administración  en vivo  14:32:07
── Condición ───────────────────────────────────────────────────────────────────
  todas estas
     caller in vip
▌    alguna de estas
        queue(support).waiting < 5
        hour >= 18











── Como texto ──────────────────────────────────────────────────────────────────
 caller in vip and (queue(support).waiting < 5 or hour >= 18)



 a añadir  G grupo  Enter editar  t todas, alguna  Ctrl-S aplicar  ? ayuda
