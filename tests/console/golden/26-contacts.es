 cclite  Contactos             Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
   Cuándo         Quien llama    Cola     Agente       Esp.  Hablado  Final
 ◄ 22 nov 14:30   "Marta Ibáñe…  Soport…               1:14           esperando
 ► 22 nov 14:25   +420720555907           Priya N…              6:12  en llama…
 ◄ 22 nov 14:10   oculto         Soport…               3:08           abandona…
 ▌◄22 nov 14:02   "FENWICK & C…  Soport…  Ben Car…     0:14     5:51  colgó el…
 ◄ 21 nov 13:30   +441614960102  Factur…  Ana Nov…  1:10:10           el teléf…
 ◄ 20 nov 13:38   +447700900145                                       fin del …









── Contacto 1313  dom 22 nov 14:02, ent. ──────────────────── colgó el agente ──
 Número      +447700900145               Cola        Soporte N1
 Llamó al    +442079460000               Agente      Ben Carter
 Etiquetas   vip
 6, no hay más

 Enter detalles  f buscar  l sus grabaciones  m sus mensajes  ? ayuda
