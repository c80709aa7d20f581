 cclite  Cierre  Ana Nováko…  ◊ CIERRE 0:21       ▲ SIN CONEXIÓN 0:00  14:32:07
┌─ ▲ Conexión perdida ────────────────────────────────────── intento 1 en 3 s ─┐
│ La llamada sigue: su sonido no pasa por esta pantalla.                       │
│ El propio teléfono (2041) sigue reteniendo y colgando.                       │
│ Lo de abajo era así a las 14:32:07.  1 acción espera para enviarse.          │
└──────────────────────────────────────────────────────────────────────────────┘
── ◊ CIERRE 0:21 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"          Soporte nivel 1   colgó quien llamaba

── Resultado ───────────────────────────────────────────────────────────────────
   1 Resuelto › Acceso / contraseña
 ▌ 2 Resuelto › Acceso / dispositivo 2FA
   3 Escalado › Caída del acceso
   4 Seguimiento › A la espera del cliente



── Por enviar ───────────────────────────────────────────────────────────── 1 ──
▌ 14:32:07 resultado       Resuelto › Acceso / dispositivo 2FA        esperando
── Conexión ────────────────────────────────────────────────────────────────────
  14:32:07 perdida: se cortó la conexión
  14:32:07 conexión establecida
 ◊ Sin conexión. Lo que se ve no está al día.
 Enter guardar, disponible  w guardar, pausa  e más tiempo  / buscar  ? ayuda
