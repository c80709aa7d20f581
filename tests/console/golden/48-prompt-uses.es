 cclite  Locuciones                Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Locución▲           Idioma     Texto                Traduce         Faltan
 ▌ welcome             English    Welcome to Northwi…  –
   welcome.cs          čeština    Vítejte v Northwin…  welcome         –
   welcome.es          español    Le damos la bienve…  welcome         –
   zavreno             čeština    Dnes je svátek.      –               en es
              ┌─ Se usa en ──────────────────────────────────────┐
              │ ▌      flujo: main-menu › greet                  │
              │        buzón: support                            │
              │        traducción: welcome.cs                    │
              │                                                  │
              │ Enter o Esc lo cierran.                          │
              └──────────────────────────────────────────────────┘





── welcome ──────────────────────────────────────────────────────── versión 2 ──
 Sonido subido      –

 letra o Enter elige   Esc cierra
