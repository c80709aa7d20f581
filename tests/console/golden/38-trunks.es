 cclite  Troncales                 Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────── responden 1 de 2 troncales ──
   Troncal▲      Interlocutor        Estado                    Llam.     Fallos
 ▌ lon-1         198.51.100.7:5060   ▲ caído 3:52               0/60          3
   prg-2         192.0.2.10:5060     ● activo 26:00:00         38/40          9



── lon-1 ────────────────────────────────────────────────────────── versión 1 ──
 Canales    ░░░░░░░░░░░░░░░░░░░░░░░░  0/60
 Llam./min  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  0 en este minuto, 0 en el anterior
 Transporte         TCP                  Emergencias        –
 Canales            60                   SRTP               nunca
 Saliente           no                   Llamadas entrantes 12
 Prefijos           –                    Llamadas salientes 3
 Preferencia        2                    Rechazadas, lleno  0
 Número mostrado    –                    OPTIONS tardó      –
 Comprobar cada     –                    OPTIONS respondió  503
 Cuenta             –                    Registro           no hace falta
 Dominio (realm)    –                    Problema           avisa de fallo 503
 Se registra        no

 a añadir  e editar  c copiar  d eliminar  Tab listas  / filtrar  ? ayuda
