 cclite  … › blocked               Dana Hill  administración  en vivo  14:32:07
── Números ─────────────────────────────────────────────────────────── 3 de 3 ──
   Número
   +34612345678
 ▌ +441614960102
   +442079460018

















 a añadir  d quitar  r recargar  : órdenes  ? ayuda
