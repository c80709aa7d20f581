 cclite  Agente  Ana Nováko…  ■ EN LLAMADA 3:23   ▲ SIN CONEXIÓN 0:08  14:32:12
┌─ ▲ Conexión perdida ────────────────────────────────────── intento 2 en 3 s ─┐
│ La llamada sigue: su sonido no pasa por esta pantalla.                       │
│ El propio teléfono (2041) sigue reteniendo y colgando.                       │
│ Lo de abajo era así a las 14:32:04.  2 acciones esperan para enviarse.       │
└──────────────────────────────────────────────────────────────────────────────┘
── ► EN LLAMADA 3:23 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 retener  F4 silenciar  F7 teclado  F5 transferir  F8 colgar
── Notas, esperan para enviarse ────────────────────────────────────────────────
 he signed in at 14:35




── Por enviar ───────────────────────────────────────────────────────────── 2 ──
▌ 14:32:09 nota            +447700900123 "he signed in at 14:35"      esperando
  14:32:10 tras llamada    Descanso                                   esperando
── Conexión ────────────────────────────────────────────────────────────────────
  14:32:12 falló el intento 1: no responde
  14:32:07 perdida: se cortó la conexión
  14:32:07 conexión establecida
 ◊ Sin conexión. Lo que se ve no está al día.
 r intentar ya  d descartar lo que espera  Tab notas  : órdenes  ? ayuda
