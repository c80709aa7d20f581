 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Cola▲          En cola    Espera     Lib.         NS  Estado
   billing              1      0:05        3   ● 83,9 %  ● abierta
   night                0         –        0          –  ● abierta
 ▌ sales-en             0         –        3   ● 86,4 %  ○ cerrada hasta 08:00
   suppo┌─ Conmutación nocturna ──────────────────────────── Sales EN ─┐
   suppo│   Quien llama oye  ‹ nada: se cuelga enseguida    ▼ ›        │
        │   Hasta el día     ‹                ›                        │
── sales│   Hasta las        ‹          ›                              │ión 3 ──
 Hoy    │                                                              │
 En cola│   [ Cerrar ]   [ Abrir ]                                     │
 Salidas│ Quien espera se queda, salvo que una salida diga otra cosa.  │
 Nombre └──────────────────────────────────────────────────────────────┘
 Nombre en checo    Prodej EN            Máx. en espera     40
 Estrategia         más tiempo libre     ... reabre bajo    0
 Exige habilidades  –                    Espera máx.        10:00
 Uno más tras       0:10                 Desbordamiento     colgar
 Peso               10                   Desborde a         –
 Mismo agente, días 0                    Tiempo de timbre   0:20
 ... de otras colas no                   Cierre             durante un tiempo

 Tab mueve   Enter pulsa el botón   Esc lo deja como está
