 cclite  Agente        Ana Nováková 2041  ■ EN LLAMADA 3:18   en vivo  14:32:07
── ► EN LLAMADA 3:18 ───────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Soporte nivel 1   ret. 0:41 (1×)
 F3 retener  F4 silenciar  F7 teclado  F5 transferir  F8 colgar
── El camino hasta aquí ────────────────────────────────────────────────────────
 llamó al +442079460311   esperó 2:09
 answer › language [1] › technical [3] › support
 ◊ login loo┌─ Cambiar de estado ──────────────────────────────────┐
── Contactos│ ▌●  r  Disponible                                    │────────────
 sáb 21 nov │  ○  b  Short break         9:00 de 15:00             │nk sent
 mié 18 nov │  ○  l  Lunch               0:00 de 45:00             │88301 resent
 vie 13 nov │  ○  t  Training                                      │
── Notas ───│  ·  o  Fuera de turno                                │pera 3:52 ──
            │                                                      │
            │ En una llamada: lo que venga después.                │
            └──────────────────────────────────────────────────────┘





 Escriba notas. Esc sale de ellas; después las letras son teclas del teléfono.

 letra o Enter elige   Esc cierra
