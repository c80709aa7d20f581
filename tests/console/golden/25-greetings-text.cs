 cclite  … › Uvítání     Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
   Schránka        Uvítání           en     es     cs     Říká
   Support         běžné             0:06   +      !      You have reached our…
 ▌ Support         nikdo není volný  –      –      –      jako běžné
   Support         zavřeno           0:04   0:04   0:04   We are closed now. Y…
   Support         svátek            1:02   !      !      nahrávka
   Sales e┌─ Uvítání z textu ───────────────────── nikdo není volný ─┐erveru
   Sales e│ ▌ Jazyk  ‹ čeština    ▼ ›                                │
   Sales e│   Znění  │                                               │
   Sales e│          │                                               │acacione…
          │          │                                               │
          │          │                                               │
          │                                                          │
          │   [ Namluvit ]                                           │
── nikdo n│                                                          │──────────
 jako běžn│                                                          │
          └──────────────────────────────────────────────────────────┘




 8, to je vše

 Tab přechází   Enter stiskne tlačítko   Esc nechá, jak je
