 cclite  Colas › support-2         Dana Hill  administración  en vivo  14:32:07
── Quién atiende ───────────────────────────────────────────────────────────────
   Agente▲                  Nombre                      Prioridad  Estado
 ▌ ana                      Ana Nováková                        –  ● DISPONIBLE
   ben                      Ben Carter                          –  · FUERA


















 a asignar  d quitar  + antes  - más tarde  u deshacer  : órdenes  ? ayuda
