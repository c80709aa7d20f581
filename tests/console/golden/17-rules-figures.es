 cclite  … › Cifras                Dana Hill  administración  en vivo  14:32:07
── Qué fue de las llamadas ───────────────────────────── las últimas 24 horas ──
   Regla           Lleva a         Llamadas▼  Atendidas   Abandonadas        NS
 ▌ ninguna regla   –                   1860        1600           100    85,0 %
   vip             cola support-1       100          91             7    83,3 %
   late            para quien es…        44          40             4     6,8 %
   blocked         tono de ocupa…        38           –             –         –
   #9              flujo                 20           0            20     0,0 %
   vip             número +34910…        12           –             –         –














 p día, semana, mes  r recargar  : órdenes  ? ayuda
