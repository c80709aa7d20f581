 cclite  … › Saludos     Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
   Buzón           Saludo            en     es     cs     Dice
   Support         normal            0:06   +      !      You have reached our…
 ▌ Support         nadie está libre  –      –      –      como el normal
   Support         cerrado           0:04   0:04   0:04   We are closed now. Y…
   Support         festivo           1:02   !      !      una grabación
   Sales es        normal            –      –      –      el del servidor
   Sales es        nadie está libre  –      –      –      como el normal
   Sales e┌─ Saludo por teléfono ───────────────── nadie está libre ─┐al
   Sales e│ ▌ Idioma  ‹ español    ▼ ›                               │acacione…
          │                                                          │
          │   [ Llamar a mi teléfono ]                               │
          │                                                          │
          │                                                          │
── nadie e└──────────────────────────────────────────────────────────┘──────────
 como el normal





 8, no hay más

 Izq. Der. eligen   Enter sigue   Esc lo deja como está
