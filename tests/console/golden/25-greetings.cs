 cclite  … › Uvítání     Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
   Schránka        Uvítání           en     es     cs     Říká
 ▌ Support         běžné             0:06   +      !      You have reached our…
   Support         nikdo není volný  –      –      –      jako běžné
   Support         zavřeno           0:04   0:04   0:04   We are closed now. Y…
   Support         svátek            1:02   !      !      nahrávka
   Sales es        běžné             –      –      –      výchozí ze serveru
   Sales es        nikdo není volný  –      –      –      jako běžné
   Sales es        zavřeno           –      –      –      jako běžné
   Sales es        svátek            !      +      !      Estamos de vacacione…




── běžné ──────────────────────────────────────────────────── box-31-standard ──
 You have reached our support. Please leave your name, your number and what it
 is about.
 en ▅▆▇▇▆▅▇▆▄▇▅▆▄▇▆▅▂▁▂▂▅▅▇▆▇▅▆▇▇▅▆▇▆▇▆▆▂▁▂▂▂▆▇▇▆▆▅▇▅▇▆▇▆▇▇▆▇▂▂▁▂▅▇▇▆▆▇▇   0:06
 es –
 cs –
 Přehrává se každý den: jiné nastaví h.
 8, to je vše

 l poslechnout  R nahrát telefonem  t z textu  h dny  d odebrat  ? nápověda
