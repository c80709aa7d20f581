 cclite  Grabacion…  Eva Ruiz   ● DISPONIBLE 1:12   en vivo
   Cuándo            Duración  Agente       Quien llama
   dom 22 nov 14:31         –  Ben Carter   "J OKAFOR"
 ▌ dom 22 nov 14:02      6:12  Ben Carter   "FENWICK & CO"
   dom 22 nov 11:40      3:08  Ben Carter   +441614960102
   dom 22 nov 10:15      9:55  Priya Nair   "Hill Dentaĺ́"◊
   sáb 21 nov 17:21      2:44  Tom Becker   oculto
   sáb 21 nov 16:02      5:31  gone         "Žluťoučký kůň…
   sáb 21 nov 15:40      1:12  Eva Ruiz     +34612555018
── Grabación 411  dom 22 nov 14:02 ───────────────── 6:12 ──
 agente   ▁▁▁▄█▆▂▁▁▁▆█▆▄▁▁▆▆█▆▆▁▁▄▆█▆▆▁▁▁▇█▅▆▁▁▂▇█▇▄▁▁▁█▇▆▁
 llamante ▆█▆▁▁▁▆▇█▅▁▁▁▄█▇▃▁▁▁▂█▇▄▁▁▁▄█▇▆▁▁▁▆█▆▆▁▁▁▆█▅▆▁▁▁▆

 7, no hay más                             recientes primero

 Espacio marcar  l escuchar  x exportar  o orden  ? ayuda
