 cclite  Sign in                         cc.example.net:8443  TLS  en  14:32:07




                ┌─ Sign in ────────────────────────────────────┐
                │                                              │
                │    Server    ‹ https://cc.example.net:8443 › │
                │ ◊  User      ‹ ana                         › │
                │ ◊  Password  ‹ •                           › │
                │ ◊▌ Language  ‹ English                   ▼ › │
                │                                              │
                │    [ Sign in ]                               │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                └──────────────────────────────────────────────┘





 : commands  ? help
