 cclite  … › Diferencia            Dana Hill  administración  en vivo  14:32:07
── Lo que cambia al publicar ────────── Borrador: cambios 2, altas 1, bajas 1 ──
   vip
 -   Condición: caller in vip and (queue(support).waiting < 5 or hour >= 18)
 +   Condición: caller in vip and hour >= 8
 -   Prioridad: 1
 +   Prioridad: 2
 - again
 + spanish
 +   Condición: caller starts "+34"
 +   Lleva a: queue
 +   ... cuál: support











 Ctrl-S publicar  : órdenes  ? ayuda
