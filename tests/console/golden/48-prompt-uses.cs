 cclite  Hlášky                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Hláška▲          Jazyk      Znění           Překlad od       Délka  Chybí
 ▌ welcome          English    Welcome to No…  –                 0:06
   welcome.cs       čeština    Vítejte v Nor…  welcome              –  –
   welcome.es       español    Le damos la b…  welcome           0:07  –
   zavreno          čeština    Dnes je sváte…  –                    –  en es

              ┌─ Použito v ──────────────────────────────────────┐
              │ ▌      scénář: main-menu › greet                 │
              │        schránka: support                         │
              │        překlad: welcome.cs                       │
              └──────────────────────────────────────────────────┘



── welcome ────────────────────────────────────────────────────────── verze 2 ──
 Zvuk        en ▅▆▇▇▅▇▆▇▅▆▇▆▅▂▂▂▅▇▆▇▅▆▇▇▆▇▆▇▆▂▁▂▂▆▇▇▆▅▇▇▇▇▆▇▆▇▂▂▂▅▇▇▆▇▇   0:06
             es ▇▆▇▇▇▇▇▇▅▇▆▅▆▂▂▂▅▅▇▆▆▇▇▆▆▆▇▆▅▂▁▂▁▆▅▆▇▇▆▅▇▅▆▆▆▆▂▂▂▆▆▆▇▇▆   0:07
             cs –
 Nahraný zvuk       –

 ↑↓ posouvá   Esc zavře
