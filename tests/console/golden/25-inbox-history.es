 cclite  … › Mensaje 81  Eva Ruiz   bv 4  ● DISPONIBLE 1:13   en vivo  14:32:08
── Qué se hizo con él ──────────────────────────────────────────────────────────
   Cuándo             Qué                    Por         Agente       Buzón
 ▌ dom 22 nov 14:31   asignado               root-user   Ben Carter
   dom 22 nov 14:26   oído por teléfono      eva
   dom 22 nov 14:21   dejado                 llamante                 support

















 r recargar  : órdenes  ? ayuda
