 cclite  Reglas de enrutamiento    Dana Hill  administración  en vivo  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
─────────────────────────────────────── Borrador: cambios 2, altas 1, bajas 1 ──
     N.º▲ B  Act.  Regla        Condición          Lleva a    Cuál         24 h
      10  !  sí    blocked      caller in blocked  ocupado    –              38
 ▌    20  ~  sí    vip          caller in vip an…  cola       support-1     112
      30  -  sí    again        called_within(7)…  agente     –               0
      40     no    long-wait    waited > 180       flujo      –               0
      50  +  sí    spanish      caller starts "+…  cola       support-2       0

── vip ──────────────────────────────────────────────────────────── versión 5 ──
 Se prueba          cuando llega una l…  ... qué número     –
 Entrada            support              ... proporción     1
 Válida desde       –                    O a                número
 Válida hasta       –                    ... cuál           –
 Prioridad          2                    ... qué número     +442079460018
 Cuenta como espera 1:00                 ... proporción     1
 Exige habilidades  0s es>=50            O a, tercero       flujo
 Idioma             español              ... cuál           –
 Etiqueta           vip                  ... qué número     –
 Grabación          siempre              ... proporción     0
 Se elige           el primero que pue…  En el borrador     cambiada

 a añadir  e editar  d eliminar  Ctrl-S publicar  D diferencia  ? ayuda
