 cclite  Reglas de enrutamiento › Cifras                                   Dana Hill  administración  en vivo  dom 22 nov  14:32:07
── Qué fue de las llamadas ───────────────────────────────────────────────────────────────────────────────── las últimas 24 horas ──
   Regla                Lleva a                   Llamadas▼    Parte   Atendidas   Abandonadas      Esp.    Espera máxima        NS
 ▌ ninguna regla        –                             1860    91,6 %        1600           100      0:20             6:52    85,0 %
   vip                  cola support-1                 100     4,9 %          91             7      0:14             3:21    83,3 %
   late                 para quien espera               44     2,1 %          40             4      2:00             5:01     6,8 %
   blocked              tono de ocupado                 38     1,8 %           –             –         –                –         –
   #9                   flujo                           20     0,9 %           0            20         –             1:01     0,0 %
   vip                  número +34910000001             12     0,5 %           –             –         –                –         –

































 p día, semana, mes  r recargar  : órdenes  ? ayuda
