 cclite  Locuciones                Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Locución▲           Idioma     Texto                          Traduce
 ▌ welcome             English    Welcome to Northwind. For sa…  –
   welcome.cs          čeština    Vítejte v Northwind. Pro obc…  welcome
   welcome.es          español    Le damos la bienvenida a Nor…  welcome













── welcome ──────────────────────────────────────────────────────── versión 2 ──
 Sonido subido      –

 a añadir  e editar  d eliminar  l escuchar  i sonido de un archivo  ? ayuda
