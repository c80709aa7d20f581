 cclite  Colas                                    Dana Hill   en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados
────────────────────────────────────────────────────────────────────────────────
   Cola▲          Nombre       En cola    Espera     Lib.    Agentes         NS
 ▌ billing        Billing            1      0:05        3          9   ● 83,9 %
   night          Night [ Sa…        0         –        0          0          –
   sales-en       Sales EN           0         –        3         11   ● 86,4 %
   support-1      Support Ti…       11      3:52        0         14   ▲ 61,7 %
   support-2      Support Ti…        1      0:31        2          8   ◊ 78,8 %




── billing ──────────────────────────────────────────────────────── versión 3 ──
 Nombre en español  Facturación          Trabajo posterior  durante un tiempo
 Nombre en checo    Fakturace            Tiempo de cierre   1:00
 Estrategia         más tiempo libre     Más tiempo         0:30
 Máx. en espera     40                   Posterior, máximo  5:00
 Espera máx.        10:00                No contestada      0:10
 Desbordamiento     colgar               Rechazada          0:05
 Desborde a         –                    Teléfono ocupado   0:30
 Tiempo de timbre   0:20                 Fallo del teléfono 0:30

 a añadir  e editar  d eliminar  m quién atiende  / filtrar  : órdenes  ? ayuda
