 cclite  Reglas de enrutamiento                                            Dana Hill  administración  en vivo  dom 22 nov  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
─────────────────────────────────────────────────────────────────────────────────────────── Borrador: cambios 2, altas 1, bajas 1 ──
      N.º▲ B  Act.  Regla               Condición                                        Lleva a      Cuál            Esp.     24 h
       10  !  sí    blocked             caller in blocked                                ocupado      –                  –       38
       20  ~  sí    vip                 caller in vip and hour >= 8                      cola         support-1          –      112
 ▌     30  -  sí    again               called_within(7) and last_agent_free             agente       –               0:30        0
       40     no    long-wait           waited > 180                                     flujo        –                  –        0
       50  +  sí    spanish             caller starts "+34"                              cola         support-2          –        0



















── again ────────────────────────────────────────────────────────────────────────────────────────────────────────────── versión 1 ──
 Se prueba          cuando llega una llamada                       ... proporción     1
 Entrada            –                                              O a                flujo
 Válida desde       –                                              ... cuál           –
 Válida hasta       –                                              ... qué número     –
 Prioridad          0                                              ... proporción     0
 Cuenta como espera –                                              O a, tercero       flujo
 Exige habilidades  –                                              ... cuál           –
 Idioma             el de la entrada                               ... qué número     –
 Etiqueta           –                                              ... proporción     0
 Grabación          como en su cola                                En el borrador     eliminada
 Se elige           el primero que pueda                           Le llegan llamadas está desactivada
 ... qué número     –

 a añadir  e editar  d eliminar  K antes  J más tarde  Ctrl-S publicar  D diferencia  f cifras  v versiones  T probar  ? ayuda
