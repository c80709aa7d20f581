 cclite  Locuciones                Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Locución▲           Idioma     Texto                Traduce         Faltan
 ▌ welcome             English    Welcome to Northwi…  –
   welcome.cs          čeština    Vítejte v Northwin…  welcome         –
   welcome.es          español    Le damos la bienve…  welcome         –













── welcome ──────────────────────────────────────────────────────── versión 2 ──
 Sonido subido      –

 a añadir  e editar  c copiar  d eliminar  l escuchar  w dónde se usa  ? ayuda
