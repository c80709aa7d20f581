 cclite  … › Saludos     Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
   Buzón           Saludo            en     es     cs     Dice
 ▌ Support         normal            0:06   +      !      You have reached our…
   Support         nadie está libre  –      –      –      como el normal
   Support         cerrado           0:04   0:04   0:04   We are closed now. Y…
   Support         festivo           1:02   !      !      una grabación
   Sales es        normal            –      –      –      el del servidor
   Sales es        nadie está libre  –      –      –      como el normal
   Sales es        cerrado           –      –      –      como el normal
   Sales es        festivo           !      +      !      Estamos de vacacione…




── normal ─────────────────────────────────────────────────── box-31-standard ──
 You have reached our support. Please leave your name, your number and what it
 is about.
 en ▅▆▇▇▆▅▇▆▄▇▅▆▄▇▆▅▂▁▂▂▅▅▇▆▇▅▆▇▇▅▆▇▆▇▆▆▂▁▂▂▂▆▇▇▆▆▅▇▅▇▆▇▆▇▇▆▇▂▂▁▂▅▇▇▆▆▇▇   0:06
 es –
 cs –
 Se oye todos los días: h fija otros.
 8, no hay más

 l escuchar  R grabar por teléfono  t con texto  h días  d quitar  ? ayuda
