 cclite  … › Pruebas guardadas     Dana Hill  administración  en vivo  14:32:07
 pruebas 3, superadas 2, fallidas 1

  ● sales-by-key                    superada
  ● gold                            superada
▌ ▲ night_cs                        fallida en main_menu











── night_cs ────────────────────────────────────────────────────────────────────
 Teclas
 Esperado  start welcome main_menu sorry
 Recorrido  start welcome main_menu main_menu


 Enter ejecutar  a ejecutar todas  n renombrar  Ctrl-S guardar  ? ayuda
