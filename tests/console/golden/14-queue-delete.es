 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Cola▲          En cola    Espera     Lib.         NS  Estado
   billing              1      0:05        3   ● 83,9 %  ● abierta
   night                0         –        0          –  ● abierta
   sales-e┌─ ▲ Eliminar cola ───────────────── no se puede deshacer ─┐ta 08:00
   support│ Lo ocurrido con ello queda en el diario y en las cifras. │
 ▌ support│ En uso en: Colas: support-1                              │
          │                                                          │
── support│ Escriba el nombre para continuar:                        │rsión 3 ──
 Hoy      │ support-2                                                │
 En cola  │ ‹                                                      › │
 Salidas  │                                                          │
 Nombre en│ [ No ]    [ Eliminar ]    falta: el nombre no coincide   │
 Nombre en└──────────────────────────────────────────────────────────┘
 Estrategia         más tiempo libre     ... reabre bajo    0
 Exige habilidades  –                    Espera máx.        10:00
 Uno más tras       0:10                 Desbordamiento     colgar
 Peso               10                   Desborde a         –
 Mismo agente, días 0                    Tiempo de timbre   0:20
 ... de otras colas no                   Cierre             durante un tiempo

 Tab mueve   Enter pulsa   Esc es No
