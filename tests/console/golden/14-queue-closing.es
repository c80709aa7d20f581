 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Cola▲          En cola    Espera     Lib.         NS  Estado
 ▌ billing              1      0:05        3   ● 83,9 %  ● abierta
   night                0         –        0          –  ● abierta
   sales-en             0         –        3   ● 86,4 %  ○ cerrada hasta 08:00
   suppo┌─ Conmutación nocturna ───────────────────────────── Billing ─┐
   suppo│◊  Quien llama oye  ‹ welcome                      ▼ ›        │
        │   Hasta el día     ‹                ›                        │
── billi│◊▌ Hasta las        ‹ 18:30    ›                              │ión 3 ──
 Hoy    │                                                              │
 En cola│   [ Cerrar ]   [ Abrir ]                                     │
 Nombre │ Quien espera se queda, salvo que una salida diga otra cosa.  │
 Nombre └──────────────────────────────────────────────────────────────┘
 Estrategia         más tiempo libre     Espera máx.        10:00
 Exige habilidades  –                    Desbordamiento     colgar
 Uno más tras       0:10                 Desborde a         –
 Peso               10                   Tiempo de timbre   0:20
 Mismo agente, días 0                    Cierre             durante un tiempo
 ... de otras colas no                   Tiempo de cierre   1:00
 ... espera durante 0:30                 Más tiempo         0:30

 Tab mueve   Enter pulsa el botón   Esc lo deja como está
