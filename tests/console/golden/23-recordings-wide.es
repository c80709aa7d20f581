 cclite  Grabaciones                                                   Eva Ruiz   ● DISPONIBLE 1:12   en vivo  dom 22 nov  14:32:07
   Cuándo            Duración  Agente       Quien llama     Cola        Estado    Número          Llamó al           N.º     Tamaño
   dom 22 nov 14:31         –  Ben Carter   "J OKAFOR"      Soporte N1  en curso  +447700900123   +442079460000      412          –
 ▌ dom 22 nov 14:02      6:12  Ben Carter   "FENWICK & CO"  Soporte N1  guardada  +447700900145   +442079460000      411     6,0 MB
   dom 22 nov 11:40      3:08  Ben Carter   +441614960102   Soporte N1  guardada  +441614960102   +442079460000      410     3,0 MB
   dom 22 nov 10:15      9:55  Priya Nair   "Hill Dentaĺ́"◊  Soporte N2  guardada  +441134960777   +442079460000      409     9,5 MB
   sáb 21 nov 17:21      2:44  Tom Becker   oculto          billing     guardada  oculto          +442079460000      408     2,6 MB
   sáb 21 nov 16:02      5:31  gone         "Žluťoučký ků…  old-queue   guardada  +420601555018   +442079460000      407     5,3 MB
   sáb 21 nov 15:40      1:12  Eva Ruiz     +34612555018    sales-es    perdida   +34612555018    +442079460000      406          –






















── Grabación 411  dom 22 nov 14:02 ───────────────────────────────────────────────────────────────────────────────────────── 6:12 ──
 agente   ▁▁▁▁▁▁▁▄▂▄█▇▂▆▆▂▁▁▁▁▁▁▁▁▆▅▂██▄▄▆▄▁▁▁▁▁▁▁▁▆▆▃▆█▆▂▆▆▁▁▁▁▁▁▁▁▄▆▅▃▆█▆▂▆▆▁▁▁▁▁▁▁▁▄▇▅▄█▇▂▄▆▁▁▁▁▁▁▁▁▂▇▇▃▆█▄▁▄▁▁▁▁▁▁▁▁▁▆█▅▄▇▆▁▂▁▁
 llamante ▆▄▅█▆▁▅▆▁▁▁▁▁▁▁▁▃▇▆▃██▃▃▅▁▁▁▁▁▁▁▁▁▇█▄▅▇▅▁▃▁▁▁▁▁▁▁▁▁▅█▆▃▇▇▁▁▁▁▁▁▁▁▁▁▄▁▅█▆▃▇▆▁▁▁▁▁▁▁▁▁▆▄▃██▃▅▆▃▁▁▁▁▁▁▁▁▆▆▂▇█▅▂▆▅▁▁▁▁▁▁▁▁▄▆▄

 Quien llama "FENWICK & CO"                                        Estado      guardada
 Número      +447700900145                                         Tamaño      6,0 MB
 Llamó al    +442079460000                                         SHA-256     52f14fc33ef4
 Agente      Ben Carter                                            Huecos      0:41 de pausa, 0:00 perdido
 Cola        Soporte N1                                            Contacto    1311
 7, no hay más                                                                                                     recientes primero

 Espacio marcar  l escuchar  x exportar  o orden  v detalles  f buscar  / filtrar  : órdenes  ? ayuda
