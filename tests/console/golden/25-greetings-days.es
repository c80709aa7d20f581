 cclite  … › Saludos     Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
   Buzón           Saludo            en     es     cs     Dice
   Support         normal            0:06   +      !      You have reached our…
   Support         nadie está libre  –      –      –      como el normal
   Support         cerrado           0:04   0:04   0:04   We are closed now. Y…
 ▌ Support         festivo           1:02   !      !      una grabación
   Sales es        normal            –      –      –      el del servidor
   Sales e┌─ Días de un saludo ──────────────────────────── festivo ─┐al
   Sales e│ ▌ Primer día  ‹ 2026-12-24   ›                           │al
   Sales e│   Último día  ‹ 2027-01-06   ›                           │acacione…
          │                                                          │
          │   [ Fijar los días ]                                     │
          │                                                          │
          │                                                          │
── festivo└──────────────────────────────────────────────────────────┘holiday ──
 una grabación

 en ▅▇▇▅▇▇▅▇▇▇▅▇▆▅▅▆▂▂▂▂▅▄▇▆▆▆▇▇▆▆▆▆▇▆▆▅▂▁▁▂▁▆▅▄▆▇▇▅▆▅▇▅▆▆▆▆▆▂▂▂▂▆▆▆▆▇▇▆   1:02
 es –
 cs –
 2026-12-24 – 2027-01-06
 8, no hay más

 Tab mueve   Enter guarda   Esc no cambia nada
