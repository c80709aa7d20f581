 cclite  Colas › support-1                                                 Dana Hill  administración  en vivo  dom 22 nov  14:32:08
 En cola  ▁▁▁▁▂▂▂▃▃▃▃▃▄▄▄▅▅▅▅▆▇▇█▇  5 ahora, 12 como máximo en 2 h
── Quién espera ─────────────────────────────────────────────────────────────────────────────────────────────── quien llame: 5:20 ──
   Puesto  Quien llama                                               Esp.   Esperado  Prioridad  Agente      Idioma        Sigue en
 ▌      1  +34600123456  Jana Q.                                     0:41       1:11         10              es                9:19
        2  +442079460958  J OKAFOR                                   3:33       2:14         50              en                6:27
        3  +420777000111                                             1:36       3:17   50 +1:40  Petr Dvoř…  en                8:24
        4  +447700900123                                             3:01       0:00         50  ▲ Ana Nov…  en                6:59
        5  devol.: +34611222333                                   1:00:01          –         90              es                   –





















── Por qué aún no ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 a Ana Nováková le falta una habilidad, durante 0:27 más (es 30 < 50)
 Petr Dvořák está en cierre (quedan 0:03)
 Ben Carter está en pausa
 2 fuera de turno, 2 en pausa







 p traer a mí  P traer para otro  t mover  w retirar  + antes  - más tarde  a prioridad, segundos  E terminar llamada  ? ayuda
