 cclite  Troncales                 Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────── responden 1 de 2 troncales ──
   Troncal▲      Interlocutor        Estado                    Llam.     Fallos
   lon-1         198.51.100.7:5060   ▲ caído 3:52               0/60          3
 ▌ prg-2         192.0.2.10:5060     ● activo 26:00:00         38/40          9



── prg-2 ────────────────────────────────────────────────────────── versión 5 ──
 Canales    ███████████████████████░  38/40
 Llam./min  ▁▁▁▁▂▂▂▂▃▃▃▃▄▄▅▅▆▆▆▇▇██▂  7 en este minuto, 24 en el anterior
 Transporte         UDP                  Emergencias        –
 Canales            40                   SRTP               nunca
 Saliente           sí                   Llamadas entrantes 1412
 Prefijos           +420 00              Llamadas salientes 306
 Preferencia        1                    Rechazadas, lleno  2
 Número mostrado    +420221000000        OPTIONS tardó      31 ms
 Comprobar cada     0:30                 OPTIONS respondió  200
 Cuenta             –                    Registro           no hace falta
 Dominio (realm)    –                    Problema           –
 Se registra        no

 a añadir  e editar  c copiar  d eliminar  Tab listas  / filtrar  ? ayuda
