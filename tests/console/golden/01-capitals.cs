 cclite  Přihlášení                      cc.example.net:8443  TLS  cs  14:32:07




                ┌─ Přihlášení ─────────────────────────────────┐
                │                                              │
                │    Server    ‹ https://cc.example.net:8443 › │
                │ ◊  Uživatel  ‹ ana                         › │
                │ ▲▌ Heslo     ‹                             › │
                │              Vyplňte toto pole.              │
                │    Jazyk     ‹ čeština                   ▼ › │
                │                                              │
                │    [ Přihlášení ]                            │
                │                                              │
                │                                              │
                │  Name or password is wrong. Try again.       │
                └──────────────────────────────────────────────┘




 ◊ Caps Lock je asi zapnutý.
 F1 nápověda
