 cclite  … › support-2 › Horario   Dana Hill  administración  en vivo  14:32:07
 … Grabación │ Permisos │ Devoluciones │ Por el reloj │ Salidas │ Horario │ …
── Calendarios que cuentan ────────────────────────────────────────── abierta ──
   madrid           devoluciones de llamada; reglas: by-da… Europe/Madrid
 ▌ night            reglas: at-night                        Europe/Prague

── night ────────────────────────────────────── hoy y los próximos días, allí ──
   dom 22 nov    cerrado todo el día
   lun 23 nov    22:00–06:00
   mar 24 nov    22:00–06:00
   mié 25 nov    22:00–06:00
   jue 26 nov    22:00–06:00
   vie 27 nov    20:00–24:00
   sáb 28 nov    cerrado todo el día
   dom 29 nov    cerrado todo el día
   lun 30 nov    22:00–06:00
   mar 1 dic     22:00–06:00
   Festivos      jue 24 dic  vie 25 dic





 c horario de apertura  e editar calendario  Ctrl-S guardar  : órdenes  ? ayuda
