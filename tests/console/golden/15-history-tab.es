 cclite  … › Historial             Dana Hill  administración  en vivo  14:32:07
 … Devoluciones │ Por el reloj │ Salidas │ Horario │ Agentes │ Historial
         3  dom 22 nov   14:00  dana                 Tiempo de timbre
▌        2  sáb 21 nov   14:00  oto                  Máx. en espera, Desbordami…
         1  vie 13 nov   14:00  dana                 Nombre corto, Nombre, Nomb…





── Lo que cambiaría al volver ──────────────────────────────────────────────────
 - Tiempo de timbre: 0:20
 + Tiempo de timbre: 0:15










 Ctrl-S guardar  g volver a esta versión  ] bajar  [ subir  : órdenes  ? ayuda
