 cclite  … › Uvítání     Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
   Schránka        Uvítání           en   es   cs   Říká
   Support         běžné             +    +    !    You have reached our suppo…
 ▌ Support         nikdo není volný  –    –    –    jako běžné
   Support         zavřená           +    +    +    We are closed now. You may…
   Support         svátek            +    !    !    nahráno
   Sales e┌─ Uvítání z textu ───────────────────── nikdo není volný ─┐
   Sales e│ ▌ Jazyk  ‹ čeština    ▼ ›                                │
   Sales e│   Znění  │                                               │
   Sales e│          │                                               │nes.
          │          │                                               │
          │          │                                               │
          │                                                          │
          │   [ Namluvit ]                                           │
          │                                                          │
── nikdo n│                                                          │──────────
 jako běžn└──────────────────────────────────────────────────────────┘




 8, to je vše

 Tab přechází   Enter stiskne tlačítko   Esc nechá, jak je
