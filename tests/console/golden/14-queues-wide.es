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
 Nombre en español  Soporte 1                                      Aviso de espera    –
 Nombre en checo    Podpora 1                                      Aviso a los        –
 Estrategia         más tiempo libre                               Aviso cada         –
 Exige habilidades  –                                              Puesto/espera tras –
 Uno más tras       0:10                                           Puesto cada        –
 Peso               10                                             Espera cada        –
 Mismo agente, días 0                                              Extensión          –
 ... de otras colas no                                             Tiempo de gestión  3:00
 ... espera durante 0:30                                           NS en              0:20
 Máx. en espera     40                                             Abandono corto     0:05
 Espera máx.        10:00                                          Grabación          un porcentaje
 Desbordamiento     cola                                           Porcentaje         20
 Desborde a         support-2                                      Pausa más larga    5:00
 Tiempo de timbre   0:20                                           Equipo             t1-east
 Cierre             durante un tiempo                              Puesto guardado    –
 Tiempo de cierre   1:00                                           Puede devolver a   –
 Más tiempo         0:30                                           Intentos           3
 Cierre, máximo     5:00                                           Nuevo intento tras 10:00
 No contestada      0:10                                           Se abandona tras   24:00:00
 Rechazada          0:05                                           En el horario de   –
 Teléfono ocupado   0:30                                           Nunca se llama a   –
 Fallo del teléfono 0:30                                           Pregunta           –
 Fallos hasta pausa 3                                              Se llama entre     –
 Música             music                                          Horas a elegir     no
 Aviso de grabación –

 a añadir  e editar  c copiar  d eliminar  Tab listas  m quién atiende  w quien espera  o cerrar, abrir  v historial  ? ayuda
