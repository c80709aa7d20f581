 cclite  … › support-2 › Salidas   Dana Hill  administración  en vivo  14:32:07
 … Grabación │ Permisos │ Devoluciones │ Por el reloj │ Salidas │ Horario │ …
── Salidas, en el orden en que se prueban ──────────────────────────────────────
   Salida        Cuándo              Umbral  Para quién  Adónde















────────────────────────────────────────────────────────────────────────────────
 Quien la encuentra llena, o ha esperado el máximo, y a quien ninguna de estas
 dirige: colgar

 Ctrl-S guardar  e editar  a añadir  K antes  J más tarde  : órdenes  ? ayuda
