 cclite  Buzón de voz    Eva Ruiz   bv 4  ● DISPONIBLE 1:13   en vivo  14:32:08
 Todo │ Nuevos 4 │ Míos 1 │ Urgentes 1 │ Guardados │ Hechos │ Borrados │ Saludos
────────────────────────────────────────────────────────────────────────────────
   Cuándo            Duración  Quien llama      Buzón     Agente    Estado
 ▌►dom 22 nov 14:21      0:42  "Hana Mala"      Support   mío       nuevo
 ● dom 22 nov 13:58      1:15  "R PATEL"        Support             nuevo
 ● dom 22 nov 13:40      0:08  oculto           Sales es            nuevo
 ◊ dom 22 nov 12:02      0:57  "Delta Freight"  Support             nuevo, urg…
 ○ dom 22 nov 11:20      0:33  +34612555018     Sales es  Ben Car…  oído
 ○ dom 22 nov 10:47      2:01  "Hill Dental"    Support             guardado



── "Hana Mala"  dom 22 nov 14:21, čeština ─── ► reproduce  0:12 / 0:42  125 % ──
 llamante ▆██▅▆▁▁▁▁▆▇██▅▁▁▁▁▁▇█▇▇▃▁▁▁▁▁▇█▇▇▁▁▁▁▁▄██▇▆▁▁▁▁▁▆▆█▅▆▁▁▁▁▁▆▇█▅▆▁▁▁▁▄▆
                             ▲ 0:12
 Número        +420602555118             Estado        nuevo
 Buzón         Support                   Lo atiende    mío

 Transcripción Dobrý den, tady Malá. Pořád se nemohu přihlásit, kód mi přišel
               až po hodině. Prosím zavolejte po čtvrté, děkuji.
 6, no hay más
 ● Su teléfono suena: descuelgue.
 Espacio pausa, seguir  s detener  l escuchar  c devolver llamada  ? ayuda
