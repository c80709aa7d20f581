 cclite  IVR › main-menu           Dana Hill  administración  en vivo  14:32:07
 ▌Elegir    Conectar    Mover    tamaño 1:1   vista 0,0 de 106×22   versión 7

  ┌─ 1 Inicio ───────┐      ┌─ 2 Locución ─────┐
  ▌ start            ▐─────►┤ welcome          ├──┐
  └──────────────────┘      │ fallo            ├┐ │       ┌─ 4 Sales EN ─────┐
   ┌─ Añadir un nodo ───────────────────────────────────────────────────────┐│
   │ ▌   a  Contestar           contesta la llamada, si nadie lo ha hecho t…│┘
   │     p  Locución            reproduce una locución hasta el final       │
   │     m  Menú                reproduce una locución y deja elegir con un…│
  ┌│     l  Poner idioma        sigue en otro idioma                        │┐
  ││     q  Cola                deja que el contacto espere a un agente; se…│├──
  └│     e  Colgar              cuelga                                      │┘
   │     b  Inicio              dónde empieza el flujo, para quien lo lee; …│
   │     z  Esperar             deja que quien llama oiga silencio durante …│
   │     %  Al azar             envía por otro camino a una parte de quiene…│┐
   └────────────────────────────────────────────────────────────────────────┘│
                         │  └──────────────────┘ │        └──────────────────┘
                         │                       │
                         │                       │
 ▲ 3 la salida 0 no está conectada.   ◊ 10 Nada lleva aquí.
 Nodo 1 start   salidas 1, conectadas 1

 letra o Enter elige   Esc cierra
