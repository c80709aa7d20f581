 cclite  Supervisión              Eva Ruiz  supervisión  ▲ 2  en vivo  14:32:07
 Llam. 0  En espera 0  Antigua –  NS –  Agentes 0: 0■ 0● 0○ 0◊
── 1 Llamadas en curso ──────────────────────────────────────────────────── 0 ──
   Estado      Tiempo  Agente         Quien llama       Cola         Gr.   SRTP






── 2 Agentes ──────────────────── 0 ──┬── 3 Colas ───────────────────────── 0 ──
   Agente         Estado       Tiempo │   Cola          Esp.  Antigua        NS
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
── 4 Alertas ────────────────────────────────────────────────────────────── 0 ──
 Todo va bien.


 ◊ Usted no es agente. Un administrador puede darle de alta: cclite agent add
 t mover  E terminar llamada  1 llamadas  2 agentes  3 colas  ? ayuda
