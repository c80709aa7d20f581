 cclite  … › support-2 › Horario   Dana Hill  administración  en vivo  14:32:07
 … Grabación │ Permisos │ Devoluciones │ Por el reloj │ Salidas │ Horario │ …
── Calendarios que cuentan ────────────────────────────────────────── abierta ──
   Ningún calendario la cierra, las llamadas se devuelven a cualquier hora, y
   ninguna regla que lleve aquí pregunta a uno. Un flujo puede hacerlo: lo dice
   su dibujo.

















 c horario de apertura  e editar calendario  Ctrl-S guardar  : órdenes  ? ayuda
