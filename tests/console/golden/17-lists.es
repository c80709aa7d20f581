 cclite  Listas de llamantes       Dana Hill  administración  en vivo  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
────────────────────────────────────────────────────────────────────────────────
   Lista▲                  Nombre                            Números  Prefijo
 ▌ blocked                 –                                       3  –
   vip                     Gold customers                       1204  44














── blocked ──────────────────────────────────────────────────────── versión 1 ──
 Resumen            111111111111111111…

 a añadir  e editar  c copiar  d eliminar  i importar  n números  ? ayuda
