 cclite  … › Saludos     Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
   Buzón           Saludo            en   es   cs   Dice
   Support         normal            +    +    !    You have reached our suppo…
   Support         nadie está libre  –    –    –    como el normal
   Support         cerrada           +    +    +    We are closed now. You may…
 ▌ Support         festivo           +    !    !    grabada
   Sales es        normal            –    –    –    el del servidor
   Sales e┌─ Días del festivo ───────────────────────────────────────┐
   Sales e│ ▌ Primer día  ‹ 2026-12-24   ›                           │
   Sales e│   Último día  ‹ 2027-01-06   ›                           │nes.
          │                                                          │
          │   [ Fijar los días ]                                     │
          │                                                          │
          │                                                          │
          └──────────────────────────────────────────────────────────┘
── festivo ─────────────────────────────────────────────────── box-31-holiday ──
 grabada




 8, no hay más

 Tab mueve   Enter guarda   Esc no cambia nada
