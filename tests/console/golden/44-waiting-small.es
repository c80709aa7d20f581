 cclite  Agente     ■ EN LLAMADA 3:21   ▲ SIN CONEXIÓN 0:03
┌─ ▲ Conexión perdida ────────────────── intento 1 en 0 s ─┐
│ La llamada sigue: su sonido no pasa por esta pantalla.   │
│ El propio teléfono (2041) sigue reteniendo y colgando.   │
│ Lo de abajo era así a las 14:32:07.  1 acción espera par…│
└──────────────────────────────────────────────────────────┘
 +447700900123       "J OKAFOR"               Soporte nivel…

── Notas, esperan para enviarse ────────────────────────────
 he signed in




 ◊ Sin conexión. Lo que se ve no está al día.
 F3 retener  F4 silenciar  F8 colgar  Esc dejar  F1 ayuda
