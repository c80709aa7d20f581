 cclite                                                                14:32:07





          ┌─ Bloqueado ──────────────────────────────────────── ana ─┐
          │                                                          │
          │  ▲ SONANDO 0:06                                          │
          │  Suena una llamada. Desbloquee para contestar.           │
          │                                                          │
          │  ▌ Contraseña  ‹                                       › │
          │                                                          │
          │    [ Desbloquear ]                                       │
          │                                                          │
          │                                                          │
          │  Bloqueado: desbloquee antes o use el teléfono.          │
          └──────────────────────────────────────────────────────────┘






