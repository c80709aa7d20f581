 cclite  Reglas de enrutamiento    Dana Hill  administración  en vivo  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
────────────────────────────────────────────────────────────────────────────────
     N.º▲ B  Act.  Regla        Condición          Lleva a    Cuál         24 h
      10     sí    blocked      caller in blocked  ocupado    –              38
 ▌    20     sí    vip          caller in vip an…  cola       support-1     112
      30     sí    again        called_within(7)…  agente     –               0
      40     no    long-wait    waited > 180       flujo      –               0

── vip ──────────────────────────────────────────────────────────── versión 5 ──
 Se prueba          cuando llega una l…  ... proporción     1
 Entrada            support              O a                número
 Válida desde       –                    ... cuál           –
 Válida hasta       –                    ... qué número     +442079460018
 Prioridad          1                    ... proporción     1
 Cuenta como espera 1:00                 O a, tercero       flujo
 Exige habilidades  0s es>=50            ... cuál           –
 Idioma             español              ... qué número     –
 Etiqueta           vip                  ... proporción     0
 Grabación          siempre              En el borrador     igual que en vigor
 Se elige           el primero que pue…  Le llegan llamadas es posible
 ... qué número     –

 a añadir  e editar  d eliminar  Ctrl-S publicar  D diferencia  ? ayuda
