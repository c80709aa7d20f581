 cclite  Iniciar sesión                                                14:32:07




                ┌─ Iniciar sesión ─────────────────────────────┐
                │                                              │
                │    Servidor    ‹ ps://cc.example.net:8443  › │
                │ ◊  Usuario     ‹ ana.novakova              › │
                │ ◊▌ Contraseña  ‹ ••••••                    › │
                │    Idioma      ‹ español                 ▼ › │
                │                                              │
                │    [ Iniciar sesión ]                        │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                └──────────────────────────────────────────────┘





 : órdenes  ? ayuda
