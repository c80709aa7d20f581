 cclite  Colas › support-1                   Dana Hill   ▲ 1  en vivo  14:32:07
   Nombre corto         ‹ support-1                            ›
   Nombre               ‹ Support T1                           ›
   Nombre en español    ‹ Soporte N1                           ›
   Nombre en checo      ‹ Podpora 1                            ›
 ▌ Estrategia           ‹ longest_idle           ▼ ›
   Máx. en espera       ‹ 40           ›
   Espera máx.          ‹ 10m          ›
   Desborde a           ‹ cola                   ▼ ›
   Destino              ‹ support-2                          ▼ ›
   Tiempo de timbre     ‹ 20s          ›
   Trabajo posterior    ‹ mandatory_timed        ▼ ›
   Tiempo de cierre     ‹ 1m           ›
   Prórroga del cierre  ‹ 1m           ›
   Cierre máximo        ‹ 5m           ›
   Descanso, sin resp.  ‹ 10s          ›
   Descanso, rechazo    ‹ 5s           ›
   Descanso, ocupado    ‹ 30s          ›
   Descanso, fallo      ‹ 30s          ›
   Pérdidas máx.        ‹ 3            ›
────────────────────────────────────────────────────────────────────────────────
 a cuál de varios agentes libres se ofrece un contacto

 Ctrl-S guardar  : órdenes  ? ayuda
