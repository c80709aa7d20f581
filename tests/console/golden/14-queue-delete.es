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
 Nombre en│                                                          │
 Nombre en│ [ No ]    [ Eliminar ]    falta: el nombre no coincide   │
 Estrategi└──────────────────────────────────────────────────────────┘
 Exige habilidades  –                    Desbordamiento     colgar
 Uno más tras       0:10                 Desborde a         –
 Peso               10                   Tiempo de timbre   0:20
 Mismo agente, días 0                    Cierre             durante un tiempo
 ... de otras colas no                   Tiempo de cierre   1:00
 ... espera durante 0:30                 Más tiempo         0:30

 Tab mueve   Enter pulsa   Esc es No
