 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones
────────────────────────────────────────────────────────────────────────────────
   Cola▲          Nombre       En cola    Espera     Lib.    Agentes         NS
   billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-e┌─ ▲ Eliminar cola ───────────────── no se puede deshacer ─┐ ● 86,4 %
   support│ Lo ocurrido con ello queda en el diario y en las cifras. │ ▲ 61,7 %
 ▌ support│ En uso en: Colas: support-1                              │ ◊ 78,8 %
          │                                                          │
── support│ Escriba el nombre para continuar:                        │rsión 3 ──
 Hoy      │ support-2                                                │
 En cola  │ ‹                                                      › │
 Nombre en│                                                          │
 Nombre en│ [ No ]    [ Eliminar ]    falta: el nombre no coincide   │
 Estrategi└──────────────────────────────────────────────────────────┘
 Máx. en espera     40                   No contestada      0:10
 Espera máx.        10:00                Rechazada          0:05
 Desbordamiento     colgar               Teléfono ocupado   0:30
 Desborde a         –                    Fallo del teléfono 0:30
 Tiempo de timbre   0:20                 Fallos hasta pausa 3
 Trabajo posterior  durante un tiempo    Música             music

 Tab mueve   Enter pulsa   Esc es No
