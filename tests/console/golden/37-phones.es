 cclite  Teléfonos                 Dana Hill  administración  en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Equipos │ Habilidades
────────────────────────────────────────────────────────────────────────────────
   Teléfono▲          Nombre                Quién descuelga      Estado
 ▌ 2041               Desk 12               el teléfono          ● localizable
   2042               Desk 13               quien atiende        ○ inaccesible
   2050               Store room            quien atiende        –













── 2041 ─────────────────────────────────────────────────────────── versión 1 ──
 Línea externa      –                    SRTP               nunca

 a añadir  e editar  c copiar  d eliminar  Tab listas  p contraseña  ? ayuda
