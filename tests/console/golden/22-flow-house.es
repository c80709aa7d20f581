 cclite  IVR › main-menu › Prueba  Dana Hill  administración  en vivo  14:32:07
 Quien llama                     English   Teclas 2
 0-9 * # pulsan, Espacio es silencio   dentro: ana=available ben=paused   fuera…
  0:00  1 start                         │
  0:00  2 welcome                       │
        ► welcome                       │
  0:03  3 Main menu  → 2                │┐
        ► choose                        ││
  0:06  5 l┌─ Quién está y qué falta ───────────────────────────────┐
  0:06  9 s│  ana                             disponible            │
           │  ben                             en pausa              │
 espera en │  prg-2                           en servicio           │┐
 sonaría a:│▌ lon-1                           fuera de servicio     │▐
           └────────────────────────────────────────────────────────┘┘
                                        │
                                        │
                                        │┐
                                        ││
                                        │┘
                                        │
                                        │
                                        │┐        ┌─ 8 Colgar ───────┐

 Espacio lo cambia  ↑ ↓ mueve  Esc vuelve a la prueba
