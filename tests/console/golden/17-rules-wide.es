 cclite  Reglas de enrutamiento                                            Dana Hill  administración  en vivo  dom 22 nov  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      N.º▲ B  Act.  Regla               Condición                                        Lleva a      Cuál            Esp.     24 h
       10     sí    blocked             caller in blocked                                tono de oc…  –                  –       38
 ▌     20     sí    vip                 caller in vip and (queue(support).waiting < 5 …  cola         support-1          –      112
       30     sí    again               called_within(7) and last_agent_free             agente       –               0:30        0
       40     no    long-wait           waited > 180                                     flujo        –                  –        0





















── vip ──────────────────────────────────────────────────────────────────────────────────────────────────────────────── versión 5 ──
 Se prueba          cuando llega una llamada                       ... qué número     –
 Entrada            support                                        ... proporción     1
 Válida desde       –                                              O a                número
 Válida hasta       –                                              ... cuál           –
 Prioridad          1                                              ... qué número     +442079460018
 Cuenta como espera 1:00                                           ... proporción     1
 Exige habilidades  0s es>=50                                      O a, tercero       flujo
 Idioma             español                                        ... cuál           –
 Etiqueta           vip                                            ... qué número     –
 Grabación          siempre                                        ... proporción     0
 Se elige           el primero que pueda                           En el borrador     igual que en vigor

 a añadir  e editar  d eliminar  K antes  J más tarde  Ctrl-S publicar  D diferencia  f cifras  v versiones  T probar  ? ayuda
