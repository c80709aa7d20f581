 cclite  Přihlášení                      cc.example.net:8443  TLS  cs  14:32:07




                ┌─ Přihlášení ─────────────────────────────────┐
                │                                              │
                │    Server    ‹ https://cc.example.net:8443 › │
                │ ◊  Uživatel  ‹ ana.novakova                › │
                │ ◊▌ Heslo     ‹ ••••••                      › │
                │    Jazyk     ‹ čeština                   ▼ › │
                │                                              │
                │    [ Přihlášení ]                            │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                └──────────────────────────────────────────────┘





 F1 nápověda
