 cclite  Supervisión            Eva Ruiz  supervisión  ▲4 ◊3  en vivo  14:32:07
 Llam. 6  En espera 2  Antigua 3:52  NS 68,8 %  Agentes 8: 3■ 1● 1○ 1◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 6 ──
   Estado      Tiempo  Agente         Quien llama       Cola         Gr.   SRTP
 ▌■HABLA        12:44  Ben Carter     +442079460958     Soporte N1   ●     ○●
 ■ HABLA         8:10  Priya Nair     Okafor Travel L…  Soporte N2   ○     ●●
 = RETENIDA      2:31  Tom Becker     Delta Freight◊    Facturación
 ▲ SUENA         0:20  Lucie Dvořák…  Hana Malá         Soporte N1
 ► IVR           0:41                 +447700900411
 ◊ ESPERA        3:52                 oculto            Soporte N1
── 2 Agentes ──────────────────── 9 ──┬── 3 Colas ───────────────────────── 3 ──
   Agente         Estado       Tiempo │   Cola          Esp.  Antigua        NS
 ▌■Ben Carter     EN LLAMADA    12:44 │ ▌▲Soporte N1       2     3:52    61,7 %
 ■ Priya Nair     EN LLAMADA     8:10 │ ◊ Soporte N2       0        –    78,8 %
 = Tom Becker     RETENCIÓN      2:31 │ ○ Facturación      0  cerrada    83,9 %
 ○ Ana Nováková   Comida        31:02 │
 ● Ivy Chen       DISPONIBLE     1:12 │
 ◊ Joe Park       CIERRE         4:20 │
── 4 Alertas ────────────────────────────────────────────────────────────── 7 ──
 ▲ CRÍT. 14:31 Servidor         disco lento: diario atrasado
 ▲ CRÍT.       Soporte N1       2 en espera, máx. 3:52, NS 61,7 %
 ▲ CRÍT. 14:30 Oto Beneš        no se puede localizar el teléfono

 t mover  E terminar llamada  1 llamadas  2 agentes  3 colas  ? ayuda
