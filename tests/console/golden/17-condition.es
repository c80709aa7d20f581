 cclite  … › vip › Condición       Dana Hill  administración  en vivo  14:32:07
── Condición ───────────────────────────────────────────────────────────────────
  todo de
     caller in vip
▌    algo de
        queue(support).waiting < 5
        hour >= 18











── Como texto ──────────────────────────────────────────────────────────────────
 caller in vip and (queue(support).waiting < 5 or hour >= 18)



 a añadir  G añadir grupo  Enter editar  t todo, algo  Ctrl-S aplicar  ? ayuda
