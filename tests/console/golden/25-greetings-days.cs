 cclite  … › Uvítání     Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
   Schránka        Uvítání           en     es     cs     Říká
   Support         běžné             0:06   +      !      You have reached our…
   Support         nikdo není volný  –      –      –      jako běžné
   Support         zavřeno           0:04   0:04   0:04   We are closed now. Y…
 ▌ Support         svátek            1:02   !      !      nahrávka
   Sales es        běžné             –      –      –      výchozí ze serveru
   Sales e┌─ Dny uvítání ─────────────────────────────────── svátek ─┐
   Sales e│ ▌ První den     ‹ 2026-12-24   ›                         │
   Sales e│   Poslední den  ‹ 2027-01-06   ›                         │acacione…
          │                                                          │
          │   [ Nastavit dny ]                                       │
          │                                                          │
          │                                                          │
── svátek └──────────────────────────────────────────────────────────┘holiday ──
 nahrávka

 en ▅▇▇▅▇▇▅▇▇▇▅▇▆▅▅▆▂▂▂▂▅▄▇▆▆▆▇▇▆▆▆▆▇▆▆▅▂▁▁▂▁▆▅▄▆▇▇▅▆▅▇▅▆▆▆▆▆▂▂▂▂▆▆▆▆▇▇▆   1:02
 es –
 cs –
 2026-12-24 – 2027-01-06
 8, to je vše

 Tab přechází   Enter nastaví   Esc nechá, jak je
