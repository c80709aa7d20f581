 cclite  Cierre        Ana Nováková 2041  ◊ CIERRE 0:21       en vivo  14:32:07
── Llamada terminada 14:31:46 ──────────────────────────────────────────────────
 +447700900123       "J OKAFOR"          Soporte nivel 1   colgó quien llamaba
── Resultado ──────────────────────────────────────────────────── obligatorio ──
     Nada se llama así.






 Devolver llamada  nadie
── Notas ─────────────────────────────────── esperan 12, la mayor espera 3:52 ──







 Quedan  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░    0:39
 Al agotarse: se guarda sin resultado y queda disponible.
 / wai
 Enter guardar, disponible  w guardar, pausa  e más tiempo  / buscar  ? ayuda
