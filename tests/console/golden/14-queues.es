 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ Sa…
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
 Nombre en español  Facturación          Máx. en espera     40
 Nombre en checo    Fakturace            Espera máx.        10:00
 Estrategia         más tiempo libre     Desbordamiento     colgar
 Habilidades exigi… –                    Desborde a         –
 Uno más tras       0:10                 Tiempo de timbre   0:20
 Peso               10                   Trabajo posterior  durante un tiempo
 Mismo agente, días 0                    Tiempo de cierre   1:00
 ... de cualquier … no                   Más tiempo         0:30
 ... espera durante 0:30                 Posterior, máximo  5:00

 a añadir  e editar  c copiar  d eliminar  m quién atiende  / filtrar  ? ayuda
