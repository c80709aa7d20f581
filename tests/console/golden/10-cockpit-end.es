 cclite  Supervisión                          Eva Ruiz   ▲ 1  en vivo  14:32:07
 Llam. 6  En espera 2  Antigua 3:52  SLA 68,8 %  Agentes 8 3■ 1● 1○ 1◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 6 ──
   Estado       Tiempo  Agente        Quien llama          Cola            Esp.
 ▌■HABLA         12:44  ben           +442079460958        support-1          –
 ■ HABLA          8:10  priya         Okafor Travel Ltd    support-2          –
 = RETENIDA       2:31  tom           Delta Freight◊       billing            –
 ▲ SUENA          0:20  lucie         Hana Malá            support-1       0:20
 ► IVR    ┌─ ▲ Terminar esta llamada ────────────────────────────────┐        –
 ◊ ESPERA │ +442079460958                                            │     3:52
── 2 Agent│ support-1  ben                                           │───── 3 ──
   Agente │ Se colgará a quien llama.                                │      SLA
 ▌■Ben Car│                                                          │   61,7 %
 ■ Priya N│ [ No ]    [ Terminar llamada ]                           │   78,8 %
 = Tom Bec└──────────────────────────────────────────────────────────┘   83,9 %
 ○ Ana Nováková    Comida        31:02 │
 ● Ivy Chen        DISPONIBLE     1:12 │
 ◊ Joe Park        CIERRE         4:20 │
── 4 Alertas ────────────────────────────────────────────────────────────── 5 ──
 ▲ CRÍT. Servidor          journal_lagging
 ▲ CRÍT. Soporte N1        2 en espera, máx. 3:52, NS 61,7 %
 ▲ CRÍT. Oto Beneš         no se puede localizar el teléfono

 Tab mueve   Enter pulsa   Esc es No
