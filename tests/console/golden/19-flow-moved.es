 cclite  IVR › main-menu           Dana Hill  administración  en vivo  14:32:07
  Elegir    Conectar   ▌Mover    tamaño 1:1   vista 0,1 de 106×22   versión 7 ◊
  ┌─ 1 Inicio ───────┐      ┌─ 2 Locución ─────┐
  │ start            ├─────►┤ welcome          ├──┐
  └──────────────────┘      │ fallo            ├┐ │       ┌─ 4 Sales EN ─────┐
                            └──────────────────┘│ │    ┌─►┤ sales-en         │
                                                │ │    │  └──────────────────┘
                                                │ │    │
                                                │ │    │
  ┌─ 10 Esperar ─────┐                  ┌───────┴─┘    │  ┌─ 5 Poner idioma ─┐
  │ 0:02             ├───┐              ▼           ┌──┼─►┤ čeština          ├──
  └──────────────────┘   │    ┌─ 3 Main menu ────┐  │  │  └──────────────────┘
                         │    ▌ choose           ▐  │  │
                         │    ▌ 0                ▐─?│  │
                         │    ▌ 1 Sales EN       ▐─1┼──┘  ┌─ 6 Cola ─────────┐
                         │    ▌ 2 language       ▐─2┘   ┌►┤ billing          │
                         │    ▌ 3 billing        ▐─3────┘ └──────────────────┘
                         │    ▌ sin respuesta, … ▐─┐
                         │    └──────────────────┘ │
                         │                         │      ┌─ 7 Locución ─────┐
 ▲ 3 la salida 0 no está conectada.   ◊ 10 Nada lleva aquí.
 Nodo 3 main_menu   salidas 7, conectadas 6

 Enter soltar  Esc como estaba  : órdenes  ? ayuda
