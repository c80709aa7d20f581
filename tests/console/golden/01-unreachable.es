 cclite  Iniciar sesión                           ▲ SIN CONEXIÓN 0:04  14:32:07




                ┌─ cclite ─────────────────────────────────────┐
                │                                              │
                │  Conectando con https://cc.example.net:8443  │
                │                                              │
                │  No se llega al servidor. No se ha hecho     │
                │  nada.                                       │
                │                                              │
                │  próximo intento en 3 s                      │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                └──────────────────────────────────────────────┘





 : órdenes  ? ayuda
