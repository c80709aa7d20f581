 cclite  Colas                                    Dana Hill   en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados
────────────────────────────────────────────────────────────────────────────────
   Cola▲          Nombre       En cola    Espera     Lib.    Agentes         NS
   billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-e┌─ ▲ Eliminar cola ───────────────── no se puede deshacer ─┐ ● 86,4 %
   support│ Lo ocurrido con ello queda en el diario y en las cifras. │ ▲ 61,7 %
 ▌ support│ En uso en: Colas: support-1                              │ ◊ 78,8 %
          │                                                          │
          │ Escriba el nombre para continuar:                        │
          │ support-2                                                │
          │ ‹                                                      › │
── support│                                                          │rsión 3 ──
 Nombre en│ [ No ]    [ Eliminar ]    falta: el nombre no coincide   │ tiempo
 Nombre en└──────────────────────────────────────────────────────────┘
 Estrategia         más tiempo libre     Más tiempo         0:30
 Máx. en espera     40                   Posterior, máximo  5:00
 Espera máx.        10:00                No contestada      0:10
 Desbordamiento     colgar               Rechazada          0:05
 Desborde a         –                    Teléfono ocupado   0:30
 Tiempo de timbre   0:20                 Fallo del teléfono 0:30

 Tab mueve   Enter pulsa   Esc es No
