 cclite  Supervisión                          Eva Ruiz   ▲ 1  en vivo  14:32:07
 Llam. 6  En espera 2  Antigua 3:52  SLA 68,8 %  Agentes 8 3■ 1● 1○ 1◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 6 ──
   Estado       Tiempo  Agente        Quien llama          Cola            Esp.
 ▌■HABLA         12:44  ben           +442079460958        support-1          –
 ■ HABLA          8:10  priya         Okafor Travel Ltd    support-2          –
 = RETENIDA       2:31  tom           Delta Freight◊       billing            –
 ▲ SUENA          0:20  lucie         Hana Malá            support-1       0:20
 ► IVR            ┌─ Cambiar el estado del agente ───────────┐                –
 ◊ ESPERA         │ ▌   r  Disponibles                       │port-1       3:52
── 2 Agentes ─────│     o  Terminar turno                    │───────────── 3 ──
   Agente         │        Pausa: Comida                     │Antigua       SLA
 ▌■Ben Carter     │                                          │   3:52    61,7 %
 ■ Priya Nair     │ durante una llamada: después             │      –    78,8 %
 = Tom Becker     └──────────────────────────────────────────┘      –    83,9 %
 ○ Ana Nováková    Comida        31:02 │
 ● Ivy Chen        DISPONIBLE     1:12 │
 ◊ Joe Park        CIERRE         4:20 │
── 4 Alertas ────────────────────────────────────────────────────────────── 5 ──
 ▲ CRÍT. Servidor          journal_lagging
 ▲ CRÍT. Soporte N1        2 en espera, máx. 3:52, NS 61,7 %
 ▲ CRÍT. Oto Beneš         no se puede localizar el teléfono

 letra o Enter elige   Esc cierra
