 cclite  Iniciar sesión                  cc.example.net:8443  TLS  es  14:32:07




                ┌─ Iniciar sesión ─────────────────────────────┐
                │                                              │
                │    Servidor    ‹ https://cc.example.net:84 › │
                │ ◊  Usuario     ‹ ana                       › │
                │ ▲▌ Contraseña  ‹                           › │
                │                Rellene este campo.           │
                │    Idioma      ‹ español                 ▼ › │
                │                                              │
                │    [ Iniciar sesión ]                        │
                │                                              │
                │                                              │
                │  Name or password is wrong. Try again.       │
                └──────────────────────────────────────────────┘





 F1 ayuda
