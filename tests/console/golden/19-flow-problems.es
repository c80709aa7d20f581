 cclite  IVR › main-menu           Dana Hill  administración  en vivo  14:32:07
 ▌Elegir    Conectar    Mover    tamaño 1:1   vista 0,0 de 106×22   versión 7

  ┌─ 1 Inicio ───────┐      ┌─ 2 Locución ─────┐
  │ start            ├─────►▌ welcome          ▐──┐
  └──────────────────┘      ▌ fallo            ▐┐ │       ┌─ 4 Sales EN ─────┐
                            └──────────────────┘│ │    ┌─►┤ sales-en         │
                                                │ │    │  └──────────────────┘
                                      ┌─────────┴─┘    │
                                      ▼                │
  ┌─ 10 Esperar ─────┐      ┌─ 3 Main menu ────┐       │  ┌─ 5 Poner idioma ─┐
  │ 0:02             ├───┐  │ choose           │       │┌►┤ čeština          ├──
  └──────────────────┘   │  │ 0                │─?     ││ └──────────────────┘
                         │  │ 1 Sales EN       ├─1─────┘│
                         │  │ 2 language       ├─2──────┘
                         │  │ 3 billing        ├─3┐       ┌─ 6 Cola ─────────┐
                         │  │ sin respuesta, … ├─┐└──────►┤ billing          │
                         │  └──────────────────┘ │        └──────────────────┘
                         │                       │
                         │                       │
 ▲ 3 la salida 0 no está conectada.   +4
 Nodo 2 welcome   salidas 2, conectadas 2
 ◊ 2  Locución: Add the prompt in Czech: callers may hear it so.
 Enter editar  c conectar  m mover  n añadir nodo  Ctrl-S guardar  ? ayuda
