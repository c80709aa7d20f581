 cclite  IVR › main-menu › Prueba  Dana Hill  administración  en vivo  14:32:07
 Quien llama                     English   Teclas 2
 0-9 * # pulsan, Espacio es silencio
  0:00  1 start                         │
  0:00  2 welcome                       │
        ► welcome                       │
  0:03  3 Main menu  → 2                │┐
        ► choose                        ││
  0:06  5 language                      │┘
  0:06  9 support                       │
                                        │
 espera en la cola support-1            │┐        ┌─ 9 Cola ─────────┐
 sonaría a: ana petr                    │▐───────►▌ support-1        ▐
                                        │┘        └──────────────────┘
                                        │
                                        │
                                        │┐
                                        ││
                                        │┘
                                        │
                                        │
                                        │┐        ┌─ 8 Colgar ───────┐

 b una menos  r desde el inicio  Tab llamada, hora, teclas  : órdenes  ? ayuda
