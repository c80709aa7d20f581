 cclite  Grabaciones           Eva Ruiz   ● DISPONIBLE 1:13   en vivo  14:32:08
   Cuándo            Duración  Agente       Quien llama    Cola        Estado
   dom 22 nov 14:31         –  Ben Carter   "J OKAFOR"     Soporte N1  en curso
 ▌►dom 22 nov 14:02      6:12  Ben Carter   "FENWICK & C…  Soporte N1  guardada
   dom 22 nov 11:40      3:08  Ben Carter   +441614960102  Soporte N1  guardada
   dom 22 nov 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Soporte N2  guardada
   sáb 21 nov 17:21      2:44  Tom Becker   oculto         billing     guardada
   sáb 21 nov 16:02      5:31  gone         "Žluťoučký k…  old-queue   guardada
   sáb 21 nov 15:40      1:12  Eva Ruiz     +34612555018   sales-es    perdida



── Grabación 411  dom 22 nov 14:02 ────────── ► reproduce  1:48 / 6:12  100 % ──
 agente   ▁▁▁▁▄▇█▆▆▁▁▁▁▁▆██▆▆▁▁▁▁▆▆██▆▆▁▁▁▁▆▆██▆▆▁▁▁▁▇▇█▇▄▆▁▁▁▁▅▇▆█▄▁▁▁▁▁▆█▆▇▂▁
 llamante ▆██▅▆▁▁▁▁▆▇██▅▁▁▁▁▁▇█▇▇▃▁▁▁▁▁▇█▇▇▁▁▁▁▁▄██▇▆▁▁▁▁▁▆▆█▅▆▁▁▁▁▁▆▇█▅▆▁▁▁▁▄▆
                             ▲ 1:48
 Quien llama "FENWICK & CO"              Estado      guardada
 Número      +447700900145               Tamaño      6,0 MB
 Llamó al    +442079460000               SHA-256     52f14fc33ef4
 Agente      Ben Carter                  Huecos      0:41 de pausa, 0:00 perdido
 Cola        Soporte N1                  Contacto    1311
 7, no hay más                                                 recientes primero
 ● Su teléfono contesta solo: escuche.
 Espacio pausa, seguir  ← 5 s atrás  s detener  l escuchar  x exportar  ? ayuda
