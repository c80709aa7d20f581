 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ Sa…
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
 Habilidades exigi… –                    Desborde a         –
 Uno más tras       0:10                 Tiempo de timbre   0:20
 Peso               10                   Trabajo posterior  durante un tiempo
 Mismo agente, días 0                    Tiempo de cierre   1:00
 ... de cualquier … no                   Más tiempo         0:30
 ... espera durante 0:30                 Posterior, máximo  5:00

 Tab mueve   Enter pulsa   Esc es No
