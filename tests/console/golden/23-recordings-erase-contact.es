 cclite  Grabaciones           Eva Ruiz   ● DISPONIBLE 1:13   en vivo  14:32:08
   Cuándo            Duración  Agente       Quien llama    Cola        Estado
   dom 22 nov 14:31         –  Ben Carter   "J OKAFOR"     Soporte N1  en curso
 ▌ dom 22 nov 14:02      6:12  Ben Carter   "FENWICK & C…  Soporte N1  guardada
   dom 22 nov 11:40      3:08  Ben Carter   +441614960102  Soporte N1  guardada
   dom 22 nov 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Soporte N2  guardada
   sáb 21 ┌─ ▲ Borrar quién llamó ──────────── no se puede deshacer ─┐ guardada
   sáb 21 │ Borra para siempre quién llamó en el contacto 1311.      │ guardada
   sáb 21 │ Número, nombre, notas, teclas y grabaciones desaparecen. │ perdida
          │ Que hubo un contacto y sus tiempos siguen en las cifras. │
          │                                                          │
          │ Escriba el nombre para continuar:                        │
── Grabaci│ 1311                                                     │── 6:12 ──
 agente   │ ‹                                                      › │▁▁▁▆█▆▇▂▁
 llamante │                                                          │█▅▆▁▁▁▁▄▆
          │ [ No ]    [ Borrar ]    falta: el nombre no coincide     │
 Quien lla└──────────────────────────────────────────────────────────┘
 Número      +447700900145               Tamaño      6,0 MB
 Llamó al    +442079460000               SHA-256     52f14fc33ef4
 Agente      Ben Carter                  Huecos      0:41 de pausa, 0:00 perdido
 Cola        Soporte N1                  Contacto    1311
 7, no hay más                                                 recientes primero

 Tab mueve   Enter pulsa   Esc es No
