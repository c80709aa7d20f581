 cclite  IVR › main-menu           Dana Hill  administración  en vivo  14:32:07
 ▌Elegir    Conectar    Mover    tamaño 1:1   vista 31,0 de 138×17  versión 7 ◊

─ 2 Locución ─────┐        ┌─ 3 Main menu ────┐          ┌─ 4 Sales EN ─────┐
 welcome          ├──┬────►┤ choose           │        ┌►▌ sales-en         ▐
 fallo            ├──┘     │ 0                │─?      │ └──────────────────┘
──────────────────┘        │ 1 Sales EN       ├─1──────┘
                           │ 2 language       ├─2┐       ┌─ 5 Poner idioma ─┐
─────────────────────────┐ │ 3 billing        ├─┐└──────►┤ čeština          ├───
                         │ │ sin respuesta, … ├─┼─┐      └──────────────────┘
                         │ └──────────────────┘ │ │
                         │                      │ │      ┌─ 7 Locución ─────┐
                         │                      │ └─────►┤ sorry            ├──┬
                         │                      │        │ fallo            ├──┤
                         │                      │        └──────────────────┘  │
                         └──────────────────────┼──────────────────────────────┘
                                                │        ┌─ 6 Cola ─────────┐
                                                └───────►┤ billing          │
                                                         └──────────────────┘

 ▲ 3 la salida 0 no está conectada.   ◊ 10 Nada lleva aquí.
 Nodo 4 sales   salidas 1, conectadas 0

 Enter editar  c conectar  m mover  n añadir nodo  Ctrl-S guardar  ? ayuda
