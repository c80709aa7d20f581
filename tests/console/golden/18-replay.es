 cclite  … › Diferencia            Dana Hill  administración  en vivo  14:32:07
── Llamadas de 24 h según el borrador ─ Borrador: cambios 2, altas 1, bajas 1 ──
   A otro sitio: 94 de 3812 llamadas

   Llamadas: 78
 -   vip: cola support
 +   spanish: tono de ocupado
     NS que tuvieron estas llamadas: 41,2 % (esperaron 70)
   Llamadas: 16
 -   vip: cola support
 +   spanish: cola sales
     NS allí en ese tiempo: 88,0 % (esperaron 310)











 Ctrl-S publicar  : órdenes  ? ayuda
