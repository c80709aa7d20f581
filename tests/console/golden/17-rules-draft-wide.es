 cclite  Reglas de enrutamiento                                            Dana Hill  administración  en vivo  dom 22 nov  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
─────────────────────────────────────────────────────────────────────────────────────────── Borrador: cambios 2, altas 1, bajas 1 ──
      N.º▲ B  Act.  Regla               Condición                                        Lleva a      Cuál            Esp.     24 h
       10  !  sí    blocked             caller in blocked                                tono de oc…  –                  –       38
       20  ~  sí    vip                 caller in vip and hour >= 8                      cola         support-1          –      112
 ▌     30  -  sí    again               called_within(7) and last_agent_free             agente       –               0:30        0
       40     no    long-wait           waited > 180                                     flujo        –                  –        0
       50  +  sí    spanish             caller starts "+34"                              cola         support-2          –        0




















── again ────────────────────────────────────────────────────────────────────────────────────────────────────────────── versión 1 ──
 Se prueba          cuando llega una llamada                       ... qué número     –
 Entrada            –                                              ... proporción     1
 Válida desde       –                                              O a                flujo
 Válida hasta       –                                              ... cuál           –
 Prioridad          0                                              ... qué número     –
 Cuenta como espera –                                              ... proporción     0
 Exige habilidades  –                                              O a, tercero       flujo
 Idioma             el de la entrada                               ... cuál           –
 Etiqueta           –                                              ... qué número     –
 Grabación          como en su cola                                ... proporción     0
 Se elige           el primero que pueda                           En el borrador     eliminada

 a añadir  e editar  d eliminar  K antes  J más tarde  Ctrl-S publicar  D diferencia  f cifras  v versiones  T probar  ? ayuda
