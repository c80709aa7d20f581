 cclite  … › vip                   Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto        ‹ vip                            ›
   Posición            ‹ 20           ›
   Activo              [x]
   Se prueba           ‹ cuando llega una llamada     ▼ ›
   Entrada             ‹ support                      ▼ ›
── Condición ───────────────────────────────────────────────────────────────────
   Condición           ‹ caller in vip and (queue(support).waiting < 5 or hour ›
   Válida desde        ‹                                ›
   Válida hasta        ‹                                ›
── Qué cambia ──────────────────────────────────────────────────────────────────
   Prioridad           ‹ 1            ›
   Cuenta como espera  ‹ 1:00         ›
   Exige habilidades   ‹ 0s es>=50                      ›
   Idioma              ‹ español                      ▼ ›
   Etiqueta            ‹ vip                            ›
   Grabación           ‹ siempre                      ▼ ›
── Lleva a ─────────────────────────────────────────────────────────────────────
   Se elige            ‹ el primero que pueda         ▼ ›
────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  Ctrl-G construir la condición  F1 ayuda
