 cclite  Hlášky                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Hláška▲             Jazyk      Znění                Překlad od      Chybí
 ▌ welcome             English    Welcome to Northwi…  –
   welcome.cs          čeština    Vítejte v Northwin…  welcome         –
   welcome.es          español    Le damos la bienve…  welcome         –













── welcome ────────────────────────────────────────────────────────── verze 2 ──
 Nahraný zvuk       –

 a přidat  e upravit  d smazat  l poslechnout  w kde se používá  ? nápověda
