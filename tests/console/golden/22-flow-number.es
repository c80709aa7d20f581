 cclite  IVR › main-menu › Prueba  Dana Hill  administración  en vivo  14:32:07
 Quien llama                     English   Teclas 104233
 0-9 * # continúan, Enter termina el número
  0:00  1 start                         │
  0:00  0 number                        │  ┌─ 1 Inicio ───────┐      ┌─ 2 Locuci
        ► ask_custno                    │  ▌ start            ▐─────►┤ welcome
        num = 104233                    │  └──────────────────┘      │ fallo
        level = gold                    │                            └──────────
  0:15  0 vip  → no                     │
  0:15  0 told                          │                                      ┌
        ► Thank you, Ana.               │                                      ▼
                                        │  ┌─ 10 Esperar ─────┐      ┌─ 3 Main m
 La llamada acaba                       │  │ 0:02             ├───┐  │ choose
                                        │  └──────────────────┘   │  │ 0
                                        │                         │  │ 1 Sales E
                                        │                         │  │ 2 languag
                                        │                         │  │ 3 billing
                                        │                         │  │ sin respu
                                        │                         │  └──────────
                                        │                         │
                                        │                         │
                                        │                         │

 b una menos  r desde el inicio  Tab llamada, hora, teclas  : órdenes  ? ayuda
