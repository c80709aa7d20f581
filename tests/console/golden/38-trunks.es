 cclite  Troncales                                Dana Hill   en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados
────────────────────────────────────────────────── responden 2 de 2 troncales ──
   Troncal▲                       Interlocutor                  Llam.   Canales
 ▌ lon-1                          198.51.100.7:5060                 0        60
   prg-2                          192.0.2.10:5060                   2        40












── lon-1 ────────────────────────────────────────────────────────── versión 1 ──
 Transporte         TCP                  Preferencia        2
 Saliente           no                   Número mostrado    –
 Prefijos           –                    Comprobar cada     –

 a añadir  e editar  d eliminar  / filtrar  : órdenes  ? ayuda
