 cclite  Grabaciones           Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
── Grabación 411 ─────────────────────────────────────────────────────── 6:12 ──
 agente   ▁▁▁▁▄▇█▆▆▁▁▁▁▁▆██▆▆▁▁▁▁▆▆██▆▆▁▁▁▁▆▆██▆▆▁▁▁▁▇▇█▇▄▆▁▁▁▁▅▇▆█▄▁▁▁▁▁▆█▆▇▂▁
 llamante ▆██▅▆▁▁▁▁▆▇██▅▁▁▁▁▁▇█▇▇▃▁▁▁▁▁▇█▇▇▁▁▁▁▁▄██▇▆▁▁▁▁▁▆▆█▅▆▁▁▁▁▁▆▇█▅▆▁▁▁▁▄▆


 Cuándo          dom 22 nov 14:02        Estado          guardada
 Quien llama     "FENWICK & CO"          Duración        6:12
 Número          +447700900145           Omitido         0:41
 Llamó al        +442079460000           Perdido         0:00
 Agente          Ben Carter              Tamaño          6,0 MB
 Cola            Soporte N1              Reparada        no
 Contacto        1311                    Canales         cliente a la izquierda…
 SHA-256         52f14fc33ef45dd80ac2626077948f44
                 d8d211d5f24bf9db333c9403968e634a






 Arriba y abajo muestran las demás; Esc, la lista.

 Espacio marcar  l escuchar  x exportar  o orden  v detalles  f buscar  ? ayuda
