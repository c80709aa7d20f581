 cclite  IVR                       Dana Hill  administración  en vivo  14:32:07
── Flujos ──────────────────────────────────────────────────────────────────────
   Flujo▲          Tipo          Estado               Números que llevan aquí
 ▌ main-menu       entrante      nunca publicado      +442079460000, 0800555*
   night-menu      subflujo      nunca publicado
   survey ┌─ Flujo nuevo ────────────────────────────────────────────┐
          │◊  Nombre corto  ‹ reception                             ›│
          │◊▌ Empieza como  ( ) Colgar: nada más por ahora           │
          │                 (•) main: idioma, ventas o soporte       │
          │                 ( ) identify: pide el número de cliente  │
          │                 ( ) survey: una pregunta al terminar     │
          │                 ( ) office-hours: cola o, si no, mensaje │
          │                 ( ) callback: esperar o que le llamen    │
          │                                                          │
          │                                                          │
          │ a-z 0-9 . _ -, 63 como mucho                             │
          └──────────────────────────────────────────────────────────┘






 Enter lo añade   Tab mueve   Esc sale
