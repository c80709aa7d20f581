 cclite  Hlášky                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Hláška▲             Jazyk      Znění                Překlad od      Chybí
 ▌ welcome             English    Welcome to Northwi…  –
   welcome.cs          čeština    Vítejte v Northwin…  welcome         –
   welcome.es          español    Le damos la bienve…  welcome         –
   zavreno             čeština    Dnes je svátek.      –               en es
              ┌─ Použito v ──────────────────────────────────────┐
              │ ▌      scénář: main-menu › greet                 │
              │        schránka: support                         │
              │        překlad: welcome.cs                       │
              │                                                  │
              │ Zavře to Enter nebo Esc.                         │
              └──────────────────────────────────────────────────┘





── welcome ────────────────────────────────────────────────────────── verze 2 ──
 Nahraný zvuk       –

 písmeno nebo Enter vybírá   Esc zavře
