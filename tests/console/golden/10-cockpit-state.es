 cclite  Supervisión            Eva Ruiz  supervisión  ▲4 ◊3  en vivo  14:32:07
 Llam. 6  En espera 2  Antigua 3:52  NS 68,8 %  Agentes 8: 3■ 1● 1○ 1◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 6 ──
   Estado      Tiempo  Agente         Quien llama       Cola         Gr.   SRTP
 ▌■HABLA        12:44  Ben Carter     +442079460958     Soporte N1   ●     ○●
 ■ HABLA         8:10  Priya Nair     Okafor Travel L…  Soporte N2   ○     ●●
 = RETENIDA      2:31  Tom Becker     Delta Freight◊    Facturación
 ▲ SUENA         0:20  Lucie Dvořák…  Hana Malá         Soporte N1
 ► IVR           0┌─ Cambiar el estado del agente ───────────┐
 ◊ ESPERA        3│ ▌   r  Disponible                        │e N1
── 2 Agentes ─────│     o  Terminar turno                    │───────────── 3 ──
   Agente         │        Pausa: Comida                     │Antigua        NS
 ▌■Ben Carter     │                                          │   3:52    61,7 %
 ■ Priya Nair     │ durante una llamada: después             │      –    78,8 %
 = Tom Becker     └──────────────────────────────────────────┘cerrada    83,9 %
 ○ Ana Nováková   Comida        31:02 │
 ● Ivy Chen       DISPONIBLE     1:12 │
 ◊ Joe Park       CIERRE         4:20 │
── 4 Alertas ────────────────────────────────────────────────────────────── 7 ──
 ▲ CRÍT. 14:31 Servidor         disco lento: diario atrasado
 ▲ CRÍT.       Soporte N1       2 en espera, máx. 3:52, NS 61,7 %
 ▲ CRÍT. 14:30 Oto Beneš        no se puede localizar el teléfono

 letra o Enter elige   Esc cierra
