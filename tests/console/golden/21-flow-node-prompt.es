 cclite  IVR › main-menu › Nodo 2  Dana Hill  administración  en vivo  14:32:07
── Locución ──────────────────────────────────── Salidas ───────────────────────
   Nombre corto      ‹ welcome               ›│    después  ‹ 3 Main menu    ▼ ›
   Nombre            ‹                       ›│    fallo    ‹ 3 Main menu    ▼ ›
   Locución          ‹                       ›│
 ▌ De la biblioteca  ‹ welcome             ▼ ›│  Se llega desde
                                              │  1 start, después
   [ Guardar ]   [ Descartar ]                │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
                                              │
── 0:06  en ◊ es ● cs ◊ ──────────────────────────────── voz sintética: en cs ──
 la locución, por su número; 0: por su nombre


 Ctrl-S aplicar  Ctrl-G ajustes, salidas  Ctrl-P elegir locución  ? ayuda
