 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Cola▲          En cola    Espera     Lib.         NS  Estado
 ▌ billing              1      0:05        3   ● 83,9 %  ● abierta
   night                0         –        0          –  ● abierta
   sales-en             0         –        3   ● 86,4 %  ○ cerrada hasta 08:00
   support-1           11      3:52        0   ▲ 61,7 %  ● abierta
   support-2            1      0:31        2   ◊ 78,8 %  ● abierta

── billing ──────────────────────────────────────────────────────── versión 3 ──
 Hoy        155 ofrecidas, 151 contestadas, 1,2 % abandonadas, NS 83,9 %
 En cola    ▁▂▄▂▂▁▁▂▂▄▆█▄▂▂▁▁▁▂▂▄▄▂▂  1 ahora, máximo 4 en 2 horas
 Salidas    –
 Nombre en español  Facturación          ... espera durante 0:30
 Nombre en checo    Fakturace            Máx. en espera     40
 Estrategia         más tiempo libre     ... reabre bajo    0
 Exige habilidades  –                    Espera máx.        10:00
 Uno más tras       0:10                 Desbordamiento     colgar
 Peso               10                   Desborde a         –
 Mismo agente, días 0                    Tiempo de timbre   0:20
 ... de otras colas no                   Cierre             durante un tiempo

 a añadir  e editar  d eliminar  w quien espera  o cerrar, abrir  ? ayuda
