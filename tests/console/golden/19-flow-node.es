 cclite  IVR › main-menu           Dana Hill  administración  en vivo  14:32:07
┌─ Añadir un nodo ─────────────────────────────────────────────────────────────┐
│ ▌   a  Contestar           contesta la llamada, si nadie lo ha hecho todavía │
│     p  Locución            reproduce una locución hasta el final             │
│     m  Menú                reproduce una locución o dice un texto y deja que…│
│     l  Poner idioma        sigue en otro idioma                              │
│     q  Cola                deja que el contacto espere a un agente; se sale …│
│     e  Colgar              cuelga                                            │
│     b  Inicio              dónde empieza el flujo, para quien lo lee; no con…│
│     z  Esperar             deja que quien llama oiga silencio durante un rato│
│     %  Al azar             envía por otro camino a una parte de quienes llam…│
│     d  Pedir dígitos       reproduce una locución o dice un texto y guarda v…│
│     s  Poner valor         da un valor a una variable                        │
│     I  Según valor         sigue según el valor de una variable              │
│     o  Repetir             lleva por un camino un número de veces, y después…│
│     L  Elegir idioma       sigue en el idioma de la última llamada de quien …│
│     +  Prioridad           da una prioridad al contacto, digan lo que digan …│
│     t  Etiqueta            etiqueta el contacto con una palabra              │
│──────────────────────────────────────────────────────────────────────────────│
│ contesta la llamada, si nadie lo ha hecho todavía                            │
│                                                                              │
└──────────────────────────────────────────────────────────────────────────────┘

 letra o Enter elige   / busca por nombre   Esc cierra
