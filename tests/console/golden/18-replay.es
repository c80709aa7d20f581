 cclite  … › Diferencia            Dana Hill  administración  en vivo  14:32:07
── Llamadas del último día, según el borrador ──────────────────────────────────
   A otro sitio: 94 de 3812 llamadas

   Llamadas: 94
 -   vip: cola support
 +   spanish: busy
















 Ctrl-S publicar  : órdenes  ? ayuda
