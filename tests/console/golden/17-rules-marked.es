 cclite  Reglas de enrutamiento    Dana Hill  administración  en vivo  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
─────────────────────────────────────── Borrador: cambios 2, altas 1, bajas 1 ──
     N.º▲ B  Act.  Regla        Condición          Lleva a    Cuál         24 h
  x   10  !  sí    blocked      caller in blocked  ocupado    –              38
  x   20  ~  sí    vip          caller in vip an…  cola       support-1     112
 ▌    30  -  sí    again        called_within(7)…  agente     –               0
      40     no    long-wait    waited > 180       flujo      –               0
      50  +  sí    spanish      caller starts "+…  cola       support-2       0

── again ────────────────────────────────────────────────────────── versión 1 ──
 Se prueba          cuando llega una l…  ... qué número     –
 Entrada            –                    ... proporción     1
 Válida desde       –                    O a                flujo
 Válida hasta       –                    ... cuál           –
 Prioridad          0                    ... qué número     –
 Cuenta como espera –                    ... proporción     0
 Exige habilidades  –                    O a, tercero       flujo
 Idioma             el de la entrada     ... cuál           –
 Etiqueta           –                    ... qué número     –
 Grabación          como en su cola      ... proporción     0
 Se elige           el primero que pue…  En el borrador     eliminada
 ● En el borrador: 2 de 2 reglas.
 a añadir  e editar  d eliminar  Ctrl-S publicar  D diferencia  ? ayuda
