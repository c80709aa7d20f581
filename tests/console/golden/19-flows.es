 cclite  IVR                       Dana Hill  administración  en vivo  14:32:07
── Flujos ──────────────────────────────────────────────────────────────────────
   Flujo▲                              Versión  Números que llevan aquí
 ▌ main-menu                                 7  +442079460000, 0800555*
   night-menu                                3
   survey                                    1

















 e abrir  a añadir  d eliminar  / filtrar  : órdenes  ? ayuda
