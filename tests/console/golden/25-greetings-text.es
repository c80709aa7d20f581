 cclite  … › Saludos     Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
   Buzón           Saludo            en     es     cs     Dice
   Support         normal            0:06   +      !      You have reached our…
 ▌ Support         nadie está libre  –      –      –      como el normal
   Support         cerrado           0:04   0:04   0:04   We are closed now. Y…
   Support         festivo           1:02   !      !      una grabación
   Sales e┌─ Saludo a partir de texto ──────────── nadie está libre ─┐dor
   Sales e│ ▌ Idioma  ‹ español    ▼ ›                               │al
   Sales e│   Texto   │                                              │al
   Sales e│           │                                              │acacione…
          │           │                                              │
          │           │                                              │
          │                                                          │
          │   [ Generar la voz ]                                     │
── nadie e│                                                          │──────────
 como el n│                                                          │
          └──────────────────────────────────────────────────────────┘




 8, no hay más

 Tab mueve   Enter pulsa un botón   Esc lo deja como está
