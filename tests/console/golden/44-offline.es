 cclite  Agente  Ana Nováko…  ■ EN LLAMADA 3:19   ▲ SIN CONEXIÓN 0:14  14:32:08
┌─ ▲ Conexión perdida ────────────────────────────────────── intento 1 en 3 s ─┐
│ La llamada sigue: su sonido no pasa por esta pantalla.                       │
│ El propio teléfono (2041) sigue reteniendo y colgando.                       │
│ Lo de abajo era así a las 14:31:54.                                          │
└──────────────────────────────────────────────────────────────────────────────┘
── ► EN LLAMADA 3:19 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 retener  F4 silenciar  F7 teclado  F5 transferir  F8 colgar
── Notas ───────────────────────────────────────────────────────────────────────









── Conexión ────────────────────────────────────────────────────────────────────
  14:32:08 perdida: no se puede alcanzar
  14:32:07 conexión establecida
 ◊ Sin conexión: no se envía nada. Use el propio teléfono.
 F3 retener  F4 silenciar  F5 transferir  F8 colgar  Esc dejar  F1 ayuda
