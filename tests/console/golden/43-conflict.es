 cclite  Colas › support-1                   Dana Hill   ▲ 1  en vivo  14:32:07
   Nombre corto         ‹ support-1                            ›
   Nombre               ‹ Support T1                           ›
   Nombre en español    ‹ Soporte N1                           ›
   Nombre en checo      ‹ Podpora 1                            ›
   Estrategia           ‹ longest_idle           ▼ ›
◊▌ Máx. en espera       ‹ 55           ›
   Espera máx.          ‹ 10m          ›
   Desbord┌─ ▲ Alguien lo ha cambiado entretanto ────────────────────┐
   Destino│ Espera máx.: queda lo suyo, 8m                           │
   Tiempo │ Tiempo de timbre: queda lo suyo, 18s                     │
   Trabajo│ «No» deja sus cambios en el formulario, sin guardar.     │
   Tiempo │                                                          │
   Prórrog│ [ No ]    [ Guardar mis cambios ]                        │
   Cierre └──────────────────────────────────────────────────────────┘
   Descanso, sin resp.  ‹ 10s          ›
   Descanso, rechazo    ‹ 5s           ›
   Descanso, ocupado    ‹ 30s          ›
   Descanso, fallo      ‹ 30s          ›
   Pérdidas máx.        ‹ 3            ›
────────────────────────────────────────────────────────────────────────────────
 cuántos pueden esperar; al siguiente no se le admite en la cola

 Tab mueve   Enter pulsa   Esc es No
