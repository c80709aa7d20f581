 cclite  Contactos             Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
   Cuándo         Quien llama    Cola     Agente       Esp.  Hablado  Final
 ▌◄22 nov 14:30   "Marta Ibáñe…  Soport…               1:14           esperando
 ◄ 22 nov 14:02   "FENWICK & C…  Soport…  Ben Car…     0:14     5:51  colgó el…













── Contacto 1316  dom 22 nov 14:30, ent. ────────────────────────── esperando ──
 Número      +34612555018                Cola        Soporte N2
 Llamó al    +442079460000               Agente
 Etiquetas   vip es
                    ▼ no se entiende desde aquí
 / tags has vip and mos < 3
 Enter detalles  f buscar  l sus grabaciones  m sus mensajes  ? ayuda
