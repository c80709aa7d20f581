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
 Nombre en español  Soporte 1                                      Teléfono ocupado   0:30
 Nombre en checo    Podpora 1                                      Fallo del teléfono 0:30
 Estrategia         más tiempo libre                               Fallos hasta pausa 3
 Habilidades exigi… –                                              Música             music
 Uno más tras       0:10                                           Extensión          –
 Peso               10                                             Tiempo de gestión  3:00
 Mismo agente, días 0                                              NS en              0:20
 ... de cualquier … no                                             Abandono corto     0:05
 ... espera durante 0:30                                           Grabación          un porcentaje
 Máx. en espera     40                                             Porcentaje         20
 Espera máx.        10:00                                          Pausa más larga    5:00
 Desbordamiento     cola                                           Equipo             t1-east
 Desborde a         support-2                                      Puesto guardado    –
 Tiempo de timbre   0:20                                           Puede devolver a   –
 Trabajo posterior  durante un tiempo                              Intentos           3
 Tiempo de cierre   1:00                                           Nuevo intento tras 10:00
 Más tiempo         0:30                                           Se abandona tras   24:00:00
 Posterior, máximo  5:00                                           En el horario de   –
 No contestada      0:10                                           Nunca se llama a   –
 Rechazada          0:05

 a añadir  e editar  c copiar  d eliminar  m quién atiende  w quien espera  o cerrar, abrir  O cerrar, abrir todas  ? ayuda
