 cclite  Colas                               Dana Hill   ▲ 1  en vivo  14:32:07
   Nombre cor…  Estrategia   Nivel de s…  Espera máx.  Trabajo p…  Ahora
 ▌ support-1    longest_id…  20s          10m          mandatory…  2 en espera
   support-2    longest_id…  30s          15m          mandatory…  0 en espera
   billing      longest_id…  20s          10m          mandatory…  0 en espera









── support-1 ───────────────────────────────────────────────────────────────────
 Nombre corto       support-1            Desborde a         cola
 Nombre             Support T1           Destino            support-2
 Nombre en español  Soporte N1           Tiempo de timbre   20s
 Nombre en checo    Podpora 1            Trabajo posterior  mandatory_timed
 Estrategia         longest_idle         Tiempo de cierre   1m
 Máx. en espera     40                   Prórroga del cier… 1m
 Espera máx.        10m                  Cierre máximo      5m

 e editar  a añadir  d eliminar  m agentes  p contraseña  / filtrar  ? ayuda
