 cclite  Cierre        Ana Nováková 2041  ◊ CIERRE 0:21       en vivo  14:32:07
── Llamada terminada 14:31:46 ──────────────────── conv. 2:16  ret. 0:41 (1×) ──
 +447700900123       "J OKAFOR"          Soporte nivel 1   colgó quien llamaba
── Resultado ──────────────────────────────────────────────────── obligatorio ──
   1 Resuelto › Acceso / contraseña
 ▌ 2 Resuelto › Acceso / dispositivo 2FA
   3 Escalado › Caída del acceso
   4 Seguimiento › A la espera del cliente



 Devolver llamada  nadie
── Notas, aún sin guardar ────────────────── esperan 12, la mayor espera 3:52 ──
 Resent.






 Quedan  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░    0:39
 Al agotarse: se guarda sin resultado y queda disponible.

 Enter guardar, disponible  w guardar, pausa  e más tiempo  / buscar  ? ayuda
