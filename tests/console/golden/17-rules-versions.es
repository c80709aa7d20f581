 cclite  … › Versiones             Dana Hill  administración  en vivo  14:32:07
        12  dom 22 nov   14:00  dana                 publicada, cambios: 3
▌       11  sáb 21 nov   14:00  oto                  vip
        10  vie 20 nov   14:00  dana                 una eliminada





── Lo que cambiaría al volver ──────────────────────────────────────────────────
   vip
 -   Prioridad: 1
 +   Prioridad: 5
 + night
 +   Condición: not open(madrid)








 g volver a esta versión  : órdenes  ? ayuda
