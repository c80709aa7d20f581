 cclite  Entradas                  Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Entrada▲           Número            Flujo           Troncal       Idioma
 ▌ podpora            +420221000000     main            prg-2         čeština
   support            +442079460*       main            lon-1         English














── podpora ──────────────────────────────────────────────────────── versión 1 ──
 Consulta previa    –

 a añadir  e editar  c copiar  d eliminar  Tab listas  / filtrar  ? ayuda
