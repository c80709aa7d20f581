 cclite  Locuciones                Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Locución▲        Idioma     Texto           Traduce       Duración  Faltan
 ▌ welcome          English    Welcome to No…  –                 0:06
   welcome.cs       čeština    Vítejte v Nor…  welcome              –  –
   welcome.es       español    Le damos la b…  welcome           0:07  –
   zavreno          čeština    Dnes je sváte…  –                    –  en es

              ┌─ Se usa en ──────────────────────────────────────┐
              │ ▌      flujo: main-menu › greet                  │
              │        buzón: support                            │
              │        traducción: welcome.cs                    │
              └──────────────────────────────────────────────────┘



── welcome ──────────────────────────────────────────────────────── versión 2 ──
 Sonido      en ▅▆▇▇▅▇▆▇▅▆▇▆▅▂▂▂▅▇▆▇▅▆▇▇▆▇▆▇▆▂▁▂▂▆▇▇▆▅▇▇▇▇▆▇▆▇▂▂▂▅▇▇▆▇▇   0:06
             es ▇▆▇▇▇▇▇▇▅▇▆▅▆▂▂▂▅▅▇▆▆▇▇▆▆▆▇▆▅▂▁▂▁▆▅▆▇▇▆▅▇▅▆▆▆▆▂▂▂▆▆▆▇▇▆   0:07
             cs –
 Sonido subido      –

 ↑↓ desplaza   Esc cierra
