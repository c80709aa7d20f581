 cclite  … › support-2 › Salidas   Dana Hill  administración  en vivo  14:32:07
 … Grabación │ Permisos │ Devoluciones │ Por el reloj │ Salidas │ Horario │ …
── Salidas, en el orden en que se prueban ──────────────────────────────────────
   Salida        Cuándo              Umbral  Para quién  Adónde
   night         cola cerrada             –  ambos       número +442079460000
 ▌ tier-1        esperó demasia…       3:00  quien esp…  cola support-1
   few           pocos listos           < 3  ambos       agente ana
   call-back     esperó demasia…       6:00  quien esp…  devolución de llamada
   press-1       una tecla                1  quien esp…  devolución de llamada
   too-long      estimación exc…       5:00  quien lle…  colgar
   at-last       esperó demasia…      10:00  quien esp…  colgar








────────────────────────────────────────────────────────────────────────────────
 Quien la encuentra llena, o ha esperado el máximo, y a quien ninguna de estas
 dirige: colgar

 Ctrl-S guardar  e editar  a añadir  K antes  J más tarde  : órdenes  ? ayuda
