 cclite  IVR › main-menu           Dana Hill  administración  en vivo  14:32:07
 ▌Elegir    Conectar    Mover    visión general   vista 0,0 de 26×7 versión 7
  [1]───►[2]┐
        ┌───┘┌─►[4]
  [10]┐ │[3]─?─►[5]───►[9]
      │ │ ▲  │
      │ └─┘  ├─►[6]
      │      │
      │      └─►[7]┐ ┌►[8]
      └────────────┴─┘










 ▲ 3 la salida 0 no está conectada.   ◊ 10 Nada lleva aquí.
 Nodo 1 start   salidas 1, conectadas 1

 Enter editar  c conectar  m mover  n añadir nodo  Ctrl-S guardar  ? ayuda
