 cclite  Agente  Ana Nováková…  ● DISPONIBLE 4:12   en vivo
 Sin llamada. A partir de 80×24 se ve más.













 n llamar a un número  s estado  : órdenes  ? ayuda
