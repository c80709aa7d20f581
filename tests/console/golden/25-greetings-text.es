 cclite  … › Saludos     Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
   Buzón           Saludo            en   es   cs   Dice
   Support         normal            +    +    !    You have reached our suppo…
 ▌ Support         nadie está libre  –    –    –    como el normal
   Support         cerrada           +    +    +    We are closed now. You may…
   Support         festivo           +    !    !    grabada
   Sales e┌─ Saludo a partir de texto ──────────── nadie está libre ─┐
   Sales e│ ▌ Idioma  ‹ español    ▼ ›                               │
   Sales e│   Texto   │                                              │
   Sales e│           │                                              │nes.
          │           │                                              │
          │           │                                              │
          │                                                          │
          │   [ Generar la voz ]                                     │
          │                                                          │
── nadie e│                                                          │──────────
 como el n└──────────────────────────────────────────────────────────┘




 8, no hay más

 Tab mueve   Enter pulsa un botón   Esc lo deja como está
