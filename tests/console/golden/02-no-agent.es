 cclite  Agente                               Eva Ruiz   ▲ 2  en vivo  14:32:07

 Usted no es agente: aquí no llegan llamadas.



















 ◊ Usted no es agente. Un administrador puede darle de alta: cclite agent add
 s estado  : órdenes  ? ayuda
