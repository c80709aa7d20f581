 cclite  IVR › main-menu › Uložené testy   Dana Hill  správa  živě     14:32:07
 testů 3, prošlo 2, neprošlo 1

  ● sales-by-key                    prošel
  ● gold                            prošel
▌ ▲ night_cs                        neprošel u main_menu











── night_cs ────────────────────────────────────────────────────────────────────
 Stisknuto
 Očekáváno  start welcome main_menu sorry
 Cesta  start welcome main_menu main_menu


 Enter spustit  a spustit všechny  n přejmenovat  Ctrl-S uložit  ? nápověda
