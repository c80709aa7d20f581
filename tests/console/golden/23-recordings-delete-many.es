 cclite  Grabaciones           Eva Ruiz   ● DISPONIBLE 1:13   en vivo  14:32:08
   Cuándo            Duración  Agente       Quien llama    Cola        Estado
 ▌xdom 22 nov 14:31         –  Ben Carter   "J OKAFOR"     Soporte N1  en curso
  xdom 22 nov 14:02      6:12  Ben Carter   "FENWICK & C…  Soporte N1  guardada
  xdom 22 nov 11:40      3:08  Ben Carter   +441614960102  Soporte N1  guardada
  xdom 22 nov 10:15      9:55  Priya Nair   "Hill Dentaĺ́…  Soporte N2  guardada
  xsáb 21 ┌─ ▲ Borrar las grabaciones marcadas ──────────────────────┐ guardada
  xsáb 21 │ 6 grabaciones, 28:42 en total, 26,4 MB                   │ guardada
  xsáb 21 │ Nadie volverá a oírlas. Antes puede exportarlas con x.   │ perdida
          │ 1 más aún no está completa o ya no existe: se omite.     │
          │                                                          │
          │ Escriba el nombre para continuar:                        │
── Grabaci│ 6                                                        │───── – ──
          │ ‹                                                      › │
 No hay fo│                                                          │
          │ [ No ]    [ Eliminar ]    falta: el nombre no coincide   │
 Quien lla└──────────────────────────────────────────────────────────┘
 Número      +447700900123               Tamaño      –
 Llamó al    +442079460000               SHA-256
 Agente      Ben Carter                  Huecos      0:00 de pausa, 0:00 perdido
 Cola        Soporte N1                  Contacto    1312
 Marcadas: 6 grabaciones, 28:42 en total, 26,4 MB             x y d: todas ellas

 Tab mueve   Enter pulsa   Esc es No
