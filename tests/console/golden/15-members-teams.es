 cclite  … › support-1 › Agentes   Dana Hill  administración  en vivo  14:32:07
 … Permisos │ Devoluciones │ Por el reloj │ Salidas │ Horario │ Agentes │ …
── Quién atiende ───────────────────────────────────────────────────────────────
   Agente    Nombre      Prioridad▲  Retardo  Hasta       Equipo   Estado
 ▌ ana       Ana Novák…          1         –  –           –        ● DISPONIBLE
   petr      Petr Dvoř…          2         –  –           –        ◊ CIERRE
   ben       Ben Carter          –                                 · FUERA
   ben       Ben Carter          –                                 · FUERA












── Equipos que la atienden ─────────────────────────────────────────────────────
   t1-east: prioridad 4, tras 0:30

 Ctrl-S guardar  a asignar  d quitar  + antes  - más tarde  u deshacer  ? ayuda
