 cclite  Iniciar sesión                  cc.example.net:8443  TLS  es  14:32:07




                ┌─ Iniciar sesión ─────────────────────────────┐
                │                                              │
                │    Servidor    ‹ https://cc.example.net:84 › │
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





 F1 ayuda
