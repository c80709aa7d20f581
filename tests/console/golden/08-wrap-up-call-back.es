 cclite  Cierre        Ana Nováková 2041  ◊ CIERRE 0:21       en vivo  14:32:07
── Llamada terminada 14:31:46 ──────────────────── conv. 2:16  ret. 0:41 (1×) ──
 +447700900123       "J OKAFOR"          Soporte nivel 1   colgó quien llamaba
── Resultado ──────────────────────────────────────────────────── obligatorio ──
 ▌ 1 Resuelto › Acceso / contraseña
   2 Resuelto › Acceso / dispositivo 2FA
   3 Escalado › Caída del acceso
   4 Segui┌─ Devolver llamada ───────────────────────────────────────┐
          │   Número    ‹ +447700900123        ›                     │
          │ ▌ Día       ‹                ›                           │
          │   Hora      ‹          ›                                 │
 Devolver │   Llamo yo  [ ]                                          │
── Notas ─│                                                          │ra 3:52 ──
          │   [ Devolver llamada ]   [ No hacerlo ]                  │
          │ Se pide al guardar el cierre.                            │
          └──────────────────────────────────────────────────────────┘




 Quedan  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░    0:39
 Al agotarse: se guarda sin resultado y queda disponible.

 Tab mueve   Enter pulsa el botón   Esc lo deja como está
