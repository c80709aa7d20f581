 cclite  Colas                                                             Dana Hill  administración  en vivo  dom 22 nov  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ Salidas │ Consultas
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
   Cola▲          Nombre      En cola    Espera     Lib.    Agentes         NS  Estado                    Espera máx.  Última hora
   billing        Billing           1      0:05        3          9   ● 83,9 %  ● abierta                       10:00  █▄▄▁▁▁▄▄██▄▄
   night          Night [ S…        0         –        0          0          –  ● abierta                       10:00  ▁▁▁▁▁▁▁▁▁▁▁▁
   sales-en       Sales EN          0         –        3         11   ● 86,4 %  ○ cerrada hasta 08:00           10:00  ▁▁▁▁██▁▁▁▁▁▁
 ▌ support-1      Support T…       11      3:52        0         14   ▲ 61,7 %  ● abierta                       10:00  ▄▄▄▅▅▅▅▆▇▇█▇
   support-2      Support T…        1      0:31        2          8   ◊ 78,8 %  ● abierta                       10:00  ▄▄▁▁▁▁▄▄▄█▄▄

── support-1 ────────────────────────────────────────────────────────────────────────────────────────────────────────── versión 3 ──
 Hoy        1288 ofrecidas, 1190 contestadas, 6,2 % abandonadas, NS 61,7 %
 En cola    ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  11 ahora, máximo 12 en 2 horas
 Salidas    –
 Nombre en español  Soporte 1                                      ... luego          –
 Nombre en checo    Podpora 1                                      ... luego, tercera –
 Estrategia         más tiempo libre                               ... luego, cuarta  –
 Exige habilidades  –                                              Aviso a los        –
 Uno más tras       0:10                                           Aviso cada         –
 Peso               10                                             Puesto/espera tras –
 Mismo agente, días 0                                              Puesto cada        –
 ... de otras colas no                                             Espera cada        –
 ... espera durante 0:30                                           Extensión          –
 Máx. en espera     40                                             Tiempo de gestión  3:00
 ... reabre bajo    0                                              NS en              0:20
 Espera máx.        10:00                                          Abandono corto     0:05
 Desbordamiento     cola                                           Grabación          un porcentaje
 Desborde a         support-2                                      Porcentaje         20
 Tiempo de timbre   0:20                                           Pausa más larga    5:00
 Cierre             durante un tiempo                              Equipo             t1-east
 Tiempo de cierre   1:00                                           Puesto guardado    –
 Más tiempo         0:30                                           Puede devolver a   –
 Cierre, máximo     5:00                                           Intentos           3
 No contestada      0:10                                           Nuevo intento tras 10:00
 Rechazada          0:05                                           Se abandona tras   24:00:00
 Teléfono ocupado   0:30                                           En el horario de   –
 Fallo del teléfono 0:30                                           Nunca se llama a   –
 Fallos hasta pausa 3                                              Pregunta           –
 Música             music                                          Se llama entre     –
 Aviso de grabación –                                              Horas a elegir     no
 Aviso de espera    –                                              Marcar antes       no

 a añadir  e editar  c copiar  d eliminar  m quién atiende  w quien espera  o cerrar, abrir  f qué lleva aquí  v historial  ? ayuda
