 cclite  Agente  Ana Nováko…  ■ EN LLAMADA 3:21   ▲ SIN CONEXIÓN 0:03  14:32:10
┌─ ▲ Conexión perdida ────────────────────────────────────── intento 1 en 0 s ─┐
│ La llamada sigue: su sonido no pasa por esta pantalla.                       │
│ El propio teléfono (2041) sigue reteniendo y colgando.                       │
│ Lo de abajo era así a las 14:32:07.  1 acción espera para enviarse.          │
└──────────────────────────────────────────────────────────────────────────────┘
── ► EN LLAMADA 3:21 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 retener  F4 silenciar  F7 teclado  F5 transferir  F8 colgar
── Notas, esperan para enviarse ────────────────────────────────────────────────
 he signed in at 14:35






── Por enviar ───────────────────────────────────────────────────────────── 1 ──
▌ 14:32:09 nota            +447700900123 "he signed in"               esperando
── Conexión ────────────────────────────────────────────────────────────────────
  14:32:07 perdida: se cortó la conexión
  14:32:07 conexión establecida
 ◊ Sin conexión. Lo que se ve no está al día.
 F3 retener  F4 silenciar  F5 transferir  F8 colgar  Esc dejar  F1 ayuda
