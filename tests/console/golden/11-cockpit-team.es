 cclite  Supervisión › east › Soporte N1                                Eva Ruiz  supervisión  ▲4 ◊2  en vivo  dom 22 nov  14:33:09
┌─ En llamada ───────┐┌─ En espera ────────┐┌─ NS ───────────────┐┌─ Abandonadas ──────┐┌─ TMO ──────────────┐┌─ Disponibles ──────┐
│ 0                ▁ ││ 2         ▅▅▅▆▇▇█▇ ││ 60,0 %           █ ││ 6,0 %            █ ││ 5:10             █ ││ 0                ▁ │
└─ 0 conectados ─────┘└─ máxima 4:54 ──────┘└─ 197 a tiempo ─────┘└─ 20 abandonadas ───┘└─ 288 atendidas ────┘└─ 0 en pausa ───────┘
 Equipo ‹ east ›   Cola ‹ Soporte N1 ›                                                               Colas 1   Agentes 5   Llam. 3
── 1 Llamadas en curso ──────────────────────────────────────────────────────────────────────────────────────────────────────── 3 ──
   Estado      Tiempo  Agente          Teléfono   Equipo    Quien llama        Número            Cola              Esp.  Gr.   SRTP
 ▌■HABLA        13:46  Ben Carter      2041       east      +442079460958      +442079460958     Soporte N1           –  ●     ○●
 ▲ SUENA         1:22  Lucie Dvořáko…  2047       east      Hana Malá          +420602555118     Soporte N1        1:22
 ◊ ESPERA        4:54                             east      oculto                               Soporte N1        4:54








── 2 Agentes ───────────────────────────────────────────── 5 ──┬── 3 Colas ──────────────────────────────────────────────────── 1 ──
   Agente         Estado       Tiempo  Cola       Llam.    TMO │   Cola        Esp.  Antigua       NS  Aband.   Lib.    TMO  30 min
 ▌■Ben Carter     EN LLAMADA    13:46  support…      20   4:20 │ ▌▲Soporte N1     2     4:54   61,7 %   6,0 %      0   5:10  ▅▆▇▇█▇
 ■ Priya Nair     EN LLAMADA     9:12  support…      17   4:20 │
 ○ Ana Nováková   Comida        32:04                31   4:20 │
 ◊ Joe Park       CIERRE         5:22                19   4:20 │
 ▲ Lucie Dvořák…  SONANDO        1:08  support…      12   4:20 │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
── 4 Alertas ───────────────────────────────────────────── 6 ──┼── Selección ───────────────────────────────────────────────────────
 ▲ CRÍT. 14:31 Servidor     disco lento: diario atrasado       │ Quien llama      +442079460958
 ▲ CRÍT.       Soporte N1   2 en espera, máx. 4:54, NS 61,7 %  │ Llamó al         200
 ▲ CRÍT. 14:30 Oto Beneš    no se puede localizar el teléfono  │ Entrada          reception
 ▲ CRÍT. 14:28 lon-1        el enlace troncal está caído       │ Flujo            main
 ◊ AVISO       Lucie Dvořá… 2 llamadas perdidas seguidas       │ Paso             menu
 ◊ AVISO       prg-2        38 de 40 canales en uso            │ Cola             support-1
                                                               │ Agente           ben
                                                               │ Cifrado          solo el otro lado

 t mover  E terminar llamada  1 llamadas  2 agentes  3 colas  4 alertas  T equipo siguiente  U cola siguiente  / filtrar  ? ayuda
