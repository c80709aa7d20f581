 cclite  Hlášky                            Dana Hill  správa  živě     14:32:07
 Fronty │ Vstupy │ Trunky │ Důvody pauzy │ Výsledky │ Hlášky │ Východiska │ …
────────────────────────────────────────────────────────────────────────────────
   Hláška▲             Jazyk      Znění                          Překlad od
 ▌ welcome             English    Welcome to Northwind. For sa…  –
   welcome.cs          čeština    Vítejte v Northwind. Pro obc…  welcome
   welcome.es          español    Le damos la bienvenida a Nor…  welcome













── welcome ────────────────────────────────────────────────────────── verze 2 ──
 Nahraný zvuk       –

 a přidat  e upravit  d smazat  l poslechnout  i zvuk ze souboru  ? nápověda
