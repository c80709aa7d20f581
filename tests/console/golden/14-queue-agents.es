 cclite  Colas › support-2         Dana Hill  administración  en vivo  14:32:07
── Quién atiende ───────────────────────────────────────────────────────────────
   Agente    Nombre      Prioridad▲  Retardo  Hasta       Equipo   Estado
 ▌ ana       Ana Novák…          –                                 ● DISPONIBLE
   ben       Ben Carter          –                                 · FUERA


















 a asignar  d quitar  + antes  - más tarde  A quién atiende qué  ? ayuda
