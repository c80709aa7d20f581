 cclite  Supervisión            Eva Ruiz  supervisión  ▲5 ◊3  en vivo  14:32:13
 Llam. 6  En espera 2  Antigua 3:58  NS 68,8 %  Agentes 8: 3■ 1● 1○ 1◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 6 ──
   Estado      Tiempo  Agente         Quien llama       Cola         Gr.   SRTP
 ▌■HABLA        12:50  Ben Carter     +442079460958     Soporte N1   ●     ○●
 ■ HABLA         8:16  Priya Nair     Okafor Travel L…  Soporte N2   ○     ●●
 = RETENIDA      2:37  Tom Becker     Delta Freight◊    Facturación
 ▲ SUENA         0:26  Lucie Dvořák…  Hana Malá         Soporte N1
 ► IVR           0:47                 +447700900411
 ◊ ESPERA        3:58                 oculto            Soporte N1
── 2 Agentes ──────────────────── 9 ──┬── 3 Colas ───────────────────────── 3 ──
   Agente         Estado       Tiempo │   Cola          Esp.  Antigua        NS
 ▌■Ben Carter     EN LLAMADA    12:50 │ ▌▲Soporte N1       2     3:58    61,7 %
 ■ Priya Nair     EN LLAMADA     8:16 │ ◊ Soporte N2       0        –    78,8 %
 = Tom Becker     RETENCIÓN      2:37 │ ○ Facturación      0  cerrada    83,9 %
 ○ Ana Nováková   Comida        31:08 │
 ● Ivy Chen       DISPONIBLE     1:18 │
 ◊ Joe Park       CIERRE         4:26 │
── 4 Alertas ────────────────────────────────────────────────────────────── 8 ──
 ▲ CRÍT. 14:31 Servidor         disco lento: diario atrasado
 ▲ CRÍT. 14:32 Servidor         disk_low
 ▲ CRÍT.       Soporte N1       2 en espera, máx. 3:58, NS 61,7 %

 t mover  E terminar llamada  1 llamadas  2 agentes  3 colas  ? ayuda
