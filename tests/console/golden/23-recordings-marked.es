 cclite  Grabaciones           Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
   Cuándo            Duración  Agente       Quien llama    Cola        Estado
   dom 22 nov 14:31         –  Ben Carter   "J OKAFOR"     Soporte N1  en curso
  xdom 22 nov 14:02      6:12  Ben Carter   "FENWICK & C…  Soporte N1  guardada
  xdom 22 nov 11:40      3:08  Ben Carter   +441614960102  Soporte N1  guardada
 ▌ dom 22 nov 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Soporte N2  guardada
   sáb 21 nov 17:21      2:44  Tom Becker   oculto         billing     guardada
   sáb 21 nov 16:02      5:31  gone         "Žluťoučký k…  old-queue   guardada
   sáb 21 nov 15:40      1:12  Eva Ruiz     +34612555018   sales-es    perdida



── Grabación 409  dom 22 nov 10:15 ───────────────────────────────────── 9:55 ──
 agente   ▁▁▁▁▆▄█▄▆▂▁▁▁▁▇▄█▄▆▂▁▁▁▁▇▆█▆▆▅▁▁▁▁█▆▇▅▆▁▁▁▁▂█▇▇▄▆▁▁▁▁▁█▆▆▄▄▁▁▁▁▂█▆▆▃▂
 llamante █▅▇▃▆▁▁▁▁▁█▅▇▂▅▁▁▁▁▂█▄▆▂▃▁▁▁▁▃█▇▆▄▁▁▁▁▁▅█▆▆▄▁▁▁▁▇▅█▆▆▄▁▁▁▁▇▆█▅▆▄▁▁▁▁▇

 Quien llama "Hill Dentaĺ́"◊              Estado      guardada, reparada
 Número      +441134960777               Tamaño      9,5 MB
 Llamó al    +442079460000               SHA-256     480f5a496560
 Agente      Priya Nair                  Huecos      0:00 de pausa, 0:02 perdido
 Cola        Soporte N2                  Contacto    1309
 Marcadas: 2 grabaciones, 9:20 en total, 9,0 MB               x y d: todas ellas

 Espacio marcar  l escuchar  x exportar  o orden  v detalles  f buscar  ? ayuda
