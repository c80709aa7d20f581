 cclite  … › support-2: Historial  Dana Hill  administración  en vivo  14:32:07
         3  dom 22 nov   14:00  dana                 Tiempo de timbre
         2  sáb 21 nov   14:00  oto                  Máx. en espera, Desbordami…
▌        1  vie 13 nov   14:00  dana                 Nombre corto, Nombre, Nomb…





── Lo que cambiaría al volver ──────────────────────────────────────────────────
 - Máx. en espera: 40
 + Máx. en espera: 20
 - Desbordamiento: colgar
 + Desbordamiento: cola
 - Desborde a: –
 + Desborde a: sales-en
 - Tiempo de timbre: 0:20
 + Tiempo de timbre: 0:15
 - Tiempo de cierre: 1:00
 + Tiempo de cierre: 0:30



 g volver a esta versión  ] bajar  [ subir  : órdenes  ? ayuda
