 cclite  Agente        Ana Nováková 2041  ○ PAUSA 0:05        en vivo  14:32:10
── Mis colas ──────────────────────────────────────────────────────────── Hoy ──
 ┌─ Enlace ───────────────────────────────────────────────────────────────────┐1
 │── Por enviar ───────────────────────────────────────────────────────── 1 ──│0
 │▌ 14:32:09 nota            +447700900123 "he signed in at 14:3…   rechazado │0
 │  The call it was meant for is no longer the agent's. Nothing was changed.  │
 │── Conexión ────────────────────────────────────────────────────────────────│
 │  14:32:10 conexión establecida                                             │
─│  14:32:10 falló el intento 1: no responde                                  │─
 │  14:32:07 perdida: se cortó la conexión                                    │
 │  14:32:07 conexión establecida                                             │
 │                                                                            │
─│                                                                            │─
 │                                                                            │…
 │                                                                            │×
 │                                                                            │
 │                                                                            │
 │                                                                            │
 │                                                                            │
 │                                                                            │
 └────────────────────────────────────────────────────────────────────────────┘
 ▲ No se ha hecho (véase g o): The call it was meant for is no longer the
   agent's. Nothing was changed.
 r intentar ya  d descartar lo que espera  Esc cerrar
