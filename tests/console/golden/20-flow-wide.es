 cclite  IVR › main-menu                                                   Dana Hill  administración  en vivo  dom 22 nov  14:32:07
 ▌Elegir    Conectar    Mover    tamaño 1:1   vista 0,0 de 106×22                                                       versión 7
── n añade ──────│                                                                                ── Nodo 3  Menú ──────────────────
 a Contestar     │  ┌─ 1 Inicio ───────┐      ┌─ 2 Locución ─────┐                                │
 p Locución      │  │ start            ├─────►┤ welcome          ├──┐                             │ Nombre corto main_menu
 m Menú          │  └──────────────────┘      │ fallo            ├┐ │       ┌─ 4 Sales EN ─────┐  │ Nombre       Main menu
 l Poner idioma  │                            └──────────────────┘│ │    ┌─►┤ sales-en         │  │ Locución     choose
 q Cola          │                                                │ │    │  └──────────────────┘  │ De la bibli… –
 e Colgar        │                                      ┌─────────┴─┘    │                        │ Espera       0:05
 b Inicio        │                                      ▼                │                        │ Intentos     3
 z Esperar       │  ┌─ 10 Esperar ─────┐      ┌─ 3 Main menu ────┐       │  ┌─ 5 Poner idioma ─┐  │
 % Al azar       │  │ 0:02             ├───┐  ▌ choose           ▐       │┌►┤ čeština          ├──│ Salida       Lleva a
 d Pedir dígitos │  └──────────────────┘   │  ▌ 0                ▐─?     ││ └──────────────────┘  │ 0            ▲ a ninguna parte
 s Poner valor   │                         │  ▌ 1 Sales EN       ▐─1─────┘│                       │ 1            4 Sales EN
 I Según valor   │                         │  ▌ 2 language       ▐─2──────┘                       │ 2            5 language
 o Repetir       │                         │  ▌ 3 billing        ▐─3┐       ┌─ 6 Cola ─────────┐  │ 3            6 billing
 L Elegir idioma │                         │  ▌ sin respuesta, … ▐─┐└──────►┤ billing          │  │ sin respues… 7 sorry
 + Prioridad     │                         │  └──────────────────┘ │        └──────────────────┘  │ no válida    7 sorry
 t Etiqueta      │                         │                       │                              │ fallo        7 sorry
 R Grabación     │                         │                       │                              │
 n  14 más       │                         │                       │        ┌─ 7 Locución ─────┐  │
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
 10 Esperar      │── Problemas  2 ────────────────────────────────────────────────────────────────│
                 │ ▲  3  la salida 0 no está conectada.                                           │
                 │ ◊  10  Nada lleva aquí.                                                        │
                 │ ●  nodos 10, flechas 13, salidas sin flecha 1                                  │
                 │                                                                                │
                 │                                                                                │

 Nodo 3 main_menu   salidas 7, conectadas 6

 Enter editar  c conectar  m mover  n añadir nodo  d eliminar  Ctrl-S guardar  T prueba  S pruebas guardadas  P publicar  ? ayuda
