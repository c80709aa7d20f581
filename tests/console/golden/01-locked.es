 cclite                                                                14:32:08





          ┌─ Bloqueado ──────────────────────────────────────── ana ─┐
          │                                                          │
          │  ▲ SONANDO 0:07                                          │
          │  Suena una llamada. Desbloquee para contestar.           │
          │                                                          │
          │  ▌ Contraseña  ‹                                       › │
          │                                                          │
          │    [ Desbloquear ]                                       │
          │                                                          │
          │                                                          │
          │                                                          │
          └──────────────────────────────────────────────────────────┘






