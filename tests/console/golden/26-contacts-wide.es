 cclite  Contactos                                                     Eva Ruiz   ● DISPONIBLE 1:12   en vivo  dom 22 nov  14:32:07
   Cuándo         Sent.  Quien llama       Número            Cola         Agente          Esp.  Hablado  Final         Etiquetas
 ◄ 22 nov 14:30   ent.   "Marta Ibáñez"    +34612555018      Soporte N2                   1:14           esperando     vip es
 ► 22 nov 14:25   sal.   +420720555907                                    Priya Nair               6:12  en llamada
 ◄ 22 nov 14:10   ent.   oculto                              Soporte N1                   3:08           abandonada
 ◄ 22 nov 14:02   ent.   "FENWICK & CO"    +447700900145     Soporte N1   Ben Carter      0:14     5:51  colgó el ag…  vip
 ▌◄21 nov 13:30   ent.   +441614960102                       Facturación  Ana Nováko…  1:10:10           el teléfono…  recall seco…
 ◄ 20 nov 13:38   ent.   +447700900145                                                                   fin del menú




























── Contacto 1312  sáb 21 nov 13:30, ent. ───────────────────────────────────────────────────── el teléfono del agente no contestó ──
 Número      +441614960102                                         Cola        Facturación
 Llamó al    +442079460000                                         Agente      Ana Nováková
 Etiquetas   recall second-attempt
 6, no hay más

 Enter detalles  f buscar  l sus grabaciones  m sus mensajes  L traza SIP  r recargar  / filtrar  : órdenes  ? ayuda
