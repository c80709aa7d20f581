 cclite  Supervisión                                                    Eva Ruiz  supervisión  ▲4 ◊3  en vivo  dom 22 nov  14:32:07
┌─ En llamada ───────┐┌─ En espera ────────┐┌─ NS ───────────────┐┌─ Abandonadas ──────┐┌─ TMO ──────────────┐┌─ Disponibles ──────┐
│ 3                █ ││ 2         ▆▅▅▆▇▇█▇ ││ 68,8 %           █ ││ 4,8 %            █ ││ 5:02             █ ││ 1                █ │
└─ 8 conectados ─────┘└─ máxima 3:52 ──────┘└─ 380 a tiempo ─────┘└─ 27 abandonadas ───┘└─ 503 atendidas ────┘└─ 1 en pausa ───────┘
 Equipo ‹ todos ›   Cola ‹ todos ›                                                                   Colas 3   Agentes 9   Llam. 6
── 1 Llamadas en curso ──────────────────────────────────────────────────────────────────────────────────────────────────────── 6 ──
   Estado      Tiempo  Agente          Teléfono   Equipo    Quien llama        Número            Cola              Esp.  Gr.   SRTP
 ▌■HABLA        12:44  Ben Carter      2041       east      +442079460958      +442079460958     Soporte N1           –  ●     ○●
 ■ HABLA         8:10  Priya Nair      2042       east      Okafor Travel Ltd  +447700900123     Soporte N2           –  ○     ●●
 = RETENIDA      2:31  Tom Becker      2043       billing   Delta Freight◊     +441614960102     Facturación          –
 ▲ SUENA         0:20  Lucie Dvořáko…  2047       east      Hana Malá          +420602555118     Soporte N1        0:20
 ► IVR           0:41                                       +447700900411      +447700900411                          –
 ◊ ESPERA        3:52                             east      oculto                               Soporte N1        3:52





── 2 Agentes ───────────────────────────────────────────── 9 ──┬── 3 Colas ──────────────────────────────────────────────────── 3 ──
   Agente         Estado       Tiempo  Cola       Llam.    TMO │   Cola        Esp.  Antigua       NS  Aband.   Lib.    TMO  30 min
 ▌■Ben Carter     EN LLAMADA    12:44  support…      20   4:20 │ ▌▲Soporte N1     2     3:52   61,7 %   6,0 %      0   5:10  ▅▆▇▇█▇
 ■ Priya Nair     EN LLAMADA     8:10  support…      17   4:20 │ ◊ Soporte N2     0        –   78,8 %   2,9 %      1   7:02  ██████
 = Tom Becker     RETENCIÓN      2:31  billing       24   4:20 │ ○ Facturaci…     0  cerrada   83,9 %   3,1 %      1   3:58  ██████
 ○ Ana Nováková   Comida        31:02                31   4:20 │
 ● Ivy Chen       DISPONIBLE     1:12                26   4:20 │
 ◊ Joe Park       CIERRE         4:20                19   4:20 │
 ▲ Lucie Dvořák…  SONANDO        0:06  support…      12   4:20 │
 · Max Hunt       FUERA          0:00                 0      – │
 ▲ Oto Beneš      SIN TELÉF…     1:30                 5   4:20 │
                                                               │
                                                               │
                                                               │
── 4 Alertas ───────────────────────────────────────────── 7 ──┼── Selección ───────────────────────────────────────────────────────
 ▲ CRÍT. 14:31 Servidor     disco lento: diario atrasado       │ Cola             Soporte N1
 ▲ CRÍT.       Soporte N1   2 en espera, máx. 3:52, NS 61,7 %  │ En espera        2
 ▲ CRÍT. 14:30 Oto Beneš    no se puede localizar el teléfono  │ Antigua          3:52
 ▲ CRÍT. 14:28 lon-1        el enlace troncal está caído       │ NS               61,7 %
 ◊ AVISO       Soporte N2   0 en espera, máx. –, NS 78,8 %     │ Ofrecidas        330
 ◊ AVISO       Lucie Dvořá… 2 llamadas perdidas seguidas       │ Atendidas        288
 ◊ AVISO       prg-2        38 de 40 canales en uso            │ Abandonadas      20
                                                               │ Devoluciones     14 pedidas, 11 logradas, 2 perdidas, espera 6:12

 1 llamadas  2 agentes  3 colas  4 alertas  T equipo siguiente  U cola siguiente  / filtrar  : órdenes  ? ayuda
