 cclite  IVR                       Dana Hill  administración  en vivo  14:32:07
── Flujos ──────────────────────────────────────────────────────────────────────
   Flujo▲          Tipo          Estado               Números que llevan aquí
 ▌ main-menu       entrante      nunca publicado      +442079460000, 0800555*
   night-menu      subflujo      nunca publicado
   survey          encuesta      nunca publicado

















 e abrir  a añadir  c copiar  n renombrar  d eliminar  / filtrar  ? ayuda
