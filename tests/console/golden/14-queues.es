 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones
────────────────────────────────────────────────────────────────────────────────
   Cola▲          Nombre       En cola    Espera     Lib.    Agentes         NS
 ▌ billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-en       Sales EN           0         –        3         11   ● 86,4 %
   support-1      Support Ti…       11      3:52        0         14   ▲ 61,7 %
   support-2      Support Ti…        1      0:31        2          8   ◊ 78,8 %

── billing ──────────────────────────────────────────────────────── versión 3 ──
 Hoy        155 ofrecidas, 151 contestadas, 1,2 % abandonadas, NS 83,9 %
 En cola    ▁▂▄▂▂▁▁▂▂▄▆█▄▂▂▁▁▁▂▂▄▄▂▂  1 ahora, máximo 4 en 2 horas
 Nombre en español  Facturación          Tiempo de cierre   1:00
 Nombre en checo    Fakturace            Más tiempo         0:30
 Estrategia         más tiempo libre     Posterior, máximo  5:00
 Máx. en espera     40                   No contestada      0:10
 Espera máx.        10:00                Rechazada          0:05
 Desbordamiento     colgar               Teléfono ocupado   0:30
 Desborde a         –                    Fallo del teléfono 0:30
 Tiempo de timbre   0:20                 Fallos hasta pausa 3
 Trabajo posterior  durante un tiempo    Música             music

 a añadir  e editar  c copiar  d eliminar  m quién atiende  / filtrar  ? ayuda
