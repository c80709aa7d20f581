 cclite  IVR                       Dana Hill  administración  en vivo  14:32:07
── Flujos ──────────────────────────────────────────────────────────────────────
   Flujo▲             Versión  Estado               Números que llevan aquí
 ▌ main-menu                7  nunca publicado      +442079460000, 0800555*
   night-menu               3  nunca publicado
   survey                   1  nunca publicado

















 e abrir  a añadir  c copiar  n renombrar  d eliminar  / filtrar  ? ayuda
