 cclite  Colas › support-2         Dana Hill  administración  en vivo  14:32:08
 En cola  ▁▁▃▃▅▅██▅▅▃▃▃▃▁▁▁▁▃▃▃▅▃▃  0 ahora, 3 como máximo en 2 h
── Quién espera ────────────────────────────────────────────────────────────────
   Puesto  Quien llama                   Esp.   Esperado  Prioridad  Agente
   Nadie espera.






── Por qué aún no ──────────────────────────────────────────────────────────────











 p traer a mí  t mover  w retirar  + antes  - más tarde  : órdenes  ? ayuda
