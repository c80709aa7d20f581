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
 z Esperar       │  ┌─ 10 Esperar ─────┐      ┌─ 3 Main menu ────┐       │  ┌─ 5 Poner idioma ─┐  │ Texto (en)   –
 % Al azar       │  │ 0:02             ├───┐  ▌ choose           ▐       │┌►┤ čeština          ├──│ Texto (es)   –
 d Pedir dígitos │  └──────────────────┘   │  ▌ 0                ▐─?     ││ └──────────────────┘  │ Texto (cs)   –
 s Poner valor   │                         │  ▌ 1 Sales EN       ▐─1 62──┘│                       │ Reintentos   –
 I Según valor   │                         │  ▌ 2 language       ▐─2 88───┘                       │ Si se equiv… –
 o Repetir       │                         │  ▌ 3 billing        ▐─3┐       ┌─ 6 Cola ─────────┐  │ Si no pulsa  –
 L Elegir idioma │                         │  ▌ sin respuesta, … ▐─┐└──────►┤ billing          │  │ Interrumpib… sí
 + Prioridad     │                         │  └──────────────────┘ │        └──────────────────┘  │
 t Etiqueta      │                         │                       │                              │ Salida       Lleva a
 R Grabación     │                         │                       │                              │ 0            ▲ a ninguna parte
 n  15 más       │                         │                       │        ┌─ 7 Locución ─────┐  │ 1            4 Sales EN
                 │                         │                       └───────►┤ sorry            ├──│ 2            5 language
 Índice          │                         │                                │ fallo            ├──│ 3            6 billing
                 │                         │                                └──────────────────┘  │ sin respues… 7 sorry
 1 Inicio        │                         │                                                      │ no válida    7 sorry
 2 Locución      │                         └──────────────────────────────────────────────────────│ fallo        7 sorry
 3 Main menu     │                                                                                │
 4 Sales EN      │                                                                                │ Llamadas de hoy: 200
 5 Poner idioma  │                                                                                │ 1           ██░░░░░░  31,0 %
 6 Cola          │                                                                                │ 2           ████░░░░  44,0 %
 7 Locución      │                                                                                │ 3           █░░░░░░░  13,0 %
 8 Colgar        │                                                                                │ sin respue… ░░░░░░░░   6,0 %
 9 Cola          │                                                                                │ colgaron    ░░░░░░░░   6,0 %
 10 Esperar      │── Problemas  2 ────────────────────────────────────────────────────────────────│
                 │ ▲  3  la salida 0 no está conectada.                                           │
                 │ ◊  10  Nada lleva aquí.                                                        │
                 │ ●  nodos 10, flechas 13, salidas sin flecha 1                                  │
                 │                                                                                │
                 │                                                                                │

 Nodo 3 main_menu   salidas 7, conectadas 6

 Enter editar  c conectar  m mover  n añadir nodo  d eliminar  Ctrl-S guardar  T prueba  S pruebas guardadas  P publicar  ? ayuda
