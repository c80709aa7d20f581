 cclite  IVR › main-menu           Dana Hill  administración  en vivo  14:32:07
 ▌Elegir    Conectar    Mover    tamaño 1:1   vista 0,0 de 106×22   versión 7

  ┌─ 1 Inicio ───────┐      ┌─ 2 Locución ─────┐
  ▌ start            ▐─────►┤ welcome          ├──┐
  └──────────────────┘      │ fallo            ├┐ │       ┌─ 4 Sales EN ─────┐
 ┌─ Tipo del flujo ───────────────────────────────────────────────────────────┐
 │ ▌●  i  llamadas entrantes  para llamadas entrantes; tiene todos los nodos  │
 │     p  parte de otros flujos  una parte de otros flujos, por la que lleva …│
 │     s  encuesta tras la conversación  para preguntas tras una conversación…│
 │     v  de camino a un buzón  para quienes van a dejar un mensaje: en qué b…│
 │     o  llamada de campaña  para quien ha contestado a una llamada de campa…│─
 │     c  devolver la llamada  para la pregunta de si devolver la llamada, qu…│
 │────────────────────────────────────────────────────────────────────────────│
 │ para llamadas entrantes; tiene todos los nodos                             │
 │                                                                            │
 └────────────────────────────────────────────────────────────────────────────┘
                         │  └──────────────────┘ │        └──────────────────┘
                         │                       │
                         │                       │
 ▲ 3 la salida 0 no está conectada.   ◊ 10 Nada lleva aquí.
 Nodo 1 start   salidas 1, conectadas 1

 letra o Enter elige   Esc cierra
