 cclite  Cierre  Ana Nováková…  ◊ CIERRE 0:21       en vivo
 +447700900123       "J OKAFOR"               Soporte nivel…
 ▌ 1 Resuelto › Acceso / contraseña
   2 Resuelto › Acceso / dispositivo 2FA
   3 Escalado › Caída del acceso
   4 Seguimiento › A la espera del cliente









 Enter guardar, disponible  w guardar, pausa  ? ayuda
