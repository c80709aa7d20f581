 cclite  Resultados                Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Resultado▲                        Nombre
 ▌ call-back                         Call back
   solved                            Solved














── call-back ────────────────────────────────────────────────────── versión 1 ──
 Nombre en español  Volver a llamar      Nombre en checo    Zavolat zpět

 a añadir  e editar  c copiar  d eliminar  Tab listas  / filtrar  ? ayuda
