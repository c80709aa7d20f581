 cclite  … › vip › Condición       Dana Hill  administración  en vivo  14:32:07
── Condición ───────────────────────────────────────────────────────────────────
  todo de
▌    caller in vip and las
     algo de
        queue(support).waiting < 5
        hour >= 18







── Qué se puede preguntar ──────────────────────────────────────────────────────

 last_agent                 el nombre de quien habló la última vez con quien ll…
 last_agent_free            si ese agente podría atender ahora un contacto
 last_queue                 el nombre de la última cola en la que esperó quien …




 Enter guardar  Tab completar  Esc salir  F1 ayuda
