 cclite  Motivos de pausa          Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Motivo▲              Nombre                  Letra    Permitido  Productivo
 ▌ lunch                Lunch                   l            30:00  no
   training             Training                t                –  sí














── lunch ────────────────────────────────────────────────────────── versión 1 ──
 Nombre en español  Comida               Nombre en checo    Oběd

 a añadir  e editar  c copiar  d eliminar  Tab listas  / filtrar  ? ayuda
