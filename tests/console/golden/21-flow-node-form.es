 cclite  IVR › main-menu › Nodo 3  Dana Hill  administración  en vivo  14:32:07
── Menú ──────────────────────────────────────── Salidas ───────────────────────
 ▌ Nombre corto      ‹ main_menu             ›│    0              ‹ a ningu… ▼ ›
   Nombre            ‹ Main menu             ›│    1              ‹ 4 Sales… ▼ ›
   Locución          ‹ choose                ›│    2              ‹ 5 langu… ▼ ›
   De la biblioteca  ‹ sin elegir          ▼ ›│    3              ‹ 6 billi… ▼ ›
   Espera            ‹ 5s           ›         │    sin respuesta  ‹ 7 sorry  ▼ ›
   Intentos          ‹ 3            ›         │    no válida      ‹ 7 sorry  ▼ ›
   Texto (en)        ‹                       ›│    fallo          ‹ 7 sorry  ▼ ›
   Texto (es)        ‹                       ›│    Otra opción    ‹            ›
   Texto (cs)        ‹                       ›│
   Reintentos        ‹                       ›│  Se llega desde
   Si se equivoca    ‹                       ›│  2 welcome, después
   Si no pulsa       ‹                       ›│  2 welcome, fallo
   Interrumpible     [x]                      │
                                              │
   [ Guardar ]   [ Descartar ]                │
                                              │
                                              │
────────────────────────────────────────────────────────────────────────────────
 cómo lo llaman otros nodos y las órdenes


 Ctrl-S aplicar  Ctrl-G ajustes, salidas  Ctrl-P elegir locución  F1 ayuda
