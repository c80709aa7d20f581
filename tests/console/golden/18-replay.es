 cclite  … › Diferencia            Dana Hill  administración  en vivo  14:32:07
── Llamadas de 24 h según el borrador ─ Borrador: cambios 2, altas 1, bajas 1 ──
   A otro sitio: 94 de 3812 llamadas

   Llamadas: 94
 -   vip: cola support
 +   spanish: tono de ocupado
















 Ctrl-S publicar  : órdenes  ? ayuda
