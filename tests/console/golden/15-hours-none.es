 cclite  … › support-2 › Horario   Dana Hill  administración  en vivo  14:32:07
 … Quienes llaman │ Grabación │ Permisos │ Devoluciones │ Salidas │ Horario │ …
── Calendarios que cuentan ────────────────────────────────────────── abierta ──
   Las llamadas se devuelven a cualquier hora, y ninguna regla que lleve aquí
   pregunta a un calendario. Un flujo puede hacerlo: lo dice su dibujo.


















 c calendario de devoluciones  e editar calendario  Ctrl-S guardar  ? ayuda
