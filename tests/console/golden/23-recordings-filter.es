 cclite  Grabaciones           Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
   Cuándo            Duración  Agente       Quien llama    Cola        Estado
 ▌ dom 22 nov 14:31         –  Ben Carter   "J OKAFOR"     Soporte N1  en curso
   dom 22 nov 14:02      6:12  Ben Carter   "FENWICK & C…  Soporte N1  guardada
   dom 22 nov 11:40      3:08  Ben Carter   +441614960102  Soporte N1  guardada







── Grabación 412  dom 22 nov 14:31 ──────────────────────────────────────── – ──

 No hay forma de onda: el sonido no está completo o ya no existe.

 Quien llama "J OKAFOR"                  Estado      en curso
 Número      +447700900123               Tamaño      –
 Llamó al    +442079460000               SHA-256
 Agente      Ben Carter                  Huecos      0:00 de pausa, 0:00 perdido
 Cola        Soporte N1                  Contacto    1312
                   ▼ no se entiende desde aquí
 / agent = ben and mos < 3
 Espacio marcar  l escuchar  x exportar  o orden  v detalles  f buscar  ? ayuda
