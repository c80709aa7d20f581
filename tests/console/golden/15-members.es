 cclite  … › billing › Agentes     Dana Hill  administración  en vivo  14:32:07
 … Permisos │ Devoluciones │ Por el reloj │ Salidas │ Horario │ Agentes │ …
── Quién atiende ───────────────────────────────────────────────────────────────
   Agente    Nombre      Prioridad▲  Retardo  Hasta       Equipo   Estado
 ▌ ana       Ana Novák…          5      0:20  –           –        ● DISPONIBLE
   petr      Petr Dvoř…          7      0:20  dom 29 nov  t1-east  ◊ CIERRE
   ben       Ben Carter         10      0:30  17:53       –        · FUERA
   ben       Ben Carter          –                                 · FUERA















 Ctrl-S guardar  a asignar  d quitar  + antes  - más tarde  u deshacer  ? ayuda
