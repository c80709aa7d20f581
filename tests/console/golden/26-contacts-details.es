 cclite  … › Contacto 1313     Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
 Quien llama   "FENWICK & CO"            Llegada       dom 22 nov 14:02
 Número        +447700900145             Final         colgó el agente
 Llamó al      +442079460000             En el menú    0:21
 Sentido       ent.                      Esperó        0:14
 Idioma        English                   Hablado       5:51
 Cola          Soporte N1                Retenido      0:41
 Agente        Ben Carter                Fuera         0:00
 Resultado     Resuelta                  En total      7:07
 Etiquetas     vip

── Pasos por los flujos ────────────────────────────────────────────────────────
 main-menu: welcome, Locución  → hecho  0:06
 main-menu: menu, Menú  → 2  0:09
 main-menu: sales, Cola  → hecho  0:00
── Decisiones ──────────────────────────────────────────────────────────────────
 14:02:27  The call joined the queue.
 14:02:41  The call was offered to Ben Carter, whose phone rings for 20 s;
 whoever does not answer is asked no more for a minute.
    se elige a Ben Carter (0:35 sin contacto)
    a Ana Nováková le falta una habilidad (es 30 < 50)
    3 en pausa

 l sus grabaciones  m sus mensajes  L traza SIP  r recargar  : órdenes  ? ayuda
