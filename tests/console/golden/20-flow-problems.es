 cclite  IVR › main-menu                                                   Dana Hill  administración  en vivo  dom 22 nov  14:32:07
 ▌Elegir    Conectar    Mover    tamaño 1:1   vista 0,0 de 106×22                                                       versión 7
── n añade ──────│                                                                                ── Nodo 2  Locución ──────────────
 a Contestar     │  ┌─ 1 Inicio ───────┐      ┌─ 2 Locución ─────┐                                │
 p Locución      │  │ start            ├─────►▌ welcome          ▐──┐                             │ Nombre corto welcome
 m Menú          │  └──────────────────┘      ▌ fallo            ▐┐ │       ┌─ 4 Sales EN ─────┐  │ Nombre       –
 l Poner idioma  │                            └──────────────────┘│ │    ┌─►┤ sales-en         │  │ Locución     –
 q Cola          │                                                │ │    │  └──────────────────┘  │ De la bibli… welcome
 e Colgar        │                                      ┌─────────┴─┘    │                        │   0:06  en ◊ es ● cs ◊
 b Inicio        │                                      ▼                │                        │
 z Esperar       │  ┌─ 10 Esperar ─────┐      ┌─ 3 Main menu ────┐       │  ┌─ 5 Poner idioma ─┐  │ Salida       Lleva a
 % Al azar       │  │ 0:02             ├───┐  │ choose           │       │┌►┤ čeština          ├──│ después      3 Main menu
 d Pedir dígitos │  └──────────────────┘   │  │ 0                │─?     ││ └──────────────────┘  │ fallo        3 Main menu
 s Poner valor   │                         │  │ 1 Sales EN       ├─1─────┘│                       │
 I Según valor   │                         │  │ 2 language       ├─2──────┘                       │
 o Repetir       │                         │  │ 3 billing        ├─3┐       ┌─ 6 Cola ─────────┐  │
 L Elegir idioma │                         │  │ sin respuesta, … ├─┐└──────►┤ billing          │  │
 + Prioridad     │                         │  └──────────────────┘ │        └──────────────────┘  │
 t Etiqueta      │                         │                       │                              │
 R Grabación     │                         │                       │                              │
 n  15 más       │                         │                       │        ┌─ 7 Locución ─────┐  │
                 │                         │                       └───────►┤ sorry            ├──│
 Índice          │                         │                                │ fallo            ├──│
                 │                         │                                └──────────────────┘  │
 1 Inicio        │                         │                                                      │
 2 Locución      │                         └──────────────────────────────────────────────────────│
 3 Main menu     │                                                                                │
 4 Sales EN      │                                                                                │
 5 Poner idioma  │                                                                                │
 6 Cola          │                                                                                │
 7 Locución      │                                                                                │
 8 Colgar        │                                                                                │
 9 Cola          │                                                                                │
 10 Esperar      │── Problemas  5 ────────────────────────────────────────────────────────────────│
                 │ ▲  3  la salida 0 no está conectada.                                           │
                 │ ▲  2  Locución: Add the prompt in Czech: callers may hear it so.               │
                 │ ▲  4  Cola: Choose another: this one is gone.                                  │
                 │ ▲  tests.gold: Let the test pass, or change what it expects.                   │
                 │ ●  nodos 10, flechas 13, salidas sin flecha 1                                  │

 Nodo 2 welcome   salidas 2, conectadas 2
 ◊ 2  Locución: Add the prompt in Czech: callers may hear it so.
 Enter editar  c conectar  m mover  n añadir nodo  d eliminar  Ctrl-S guardar  T prueba  S pruebas guardadas  P publicar  ? ayuda
