 cclite  … › vip › Podmínka                Dana Hill  správa  živě     14:32:07
── Podmínka ────────────────────────────────────────────────────────────────────
  vše z
▌    caller in vip and las
     něco z
        queue(support).waiting < 5
        hour >= 18







── Na co se lze ptát ───────────────────────────────────────────────────────────

 last_agent                 jméno toho, kdo s volajícím mluvil naposledy; "": n…
 last_agent_free            zda by ten operátor mohl teď převzít kontakt
 last_queue                 název fronty, ve které volající čekal naposledy; ""…




 Enter uchovat  Tab doplnit  Esc zavřít  F1 nápověda
