 cclite  … › Uvítání     Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
   Schránka        Uvítání           en   es   cs   Říká
   Support         běžné             +    +    !    You have reached our suppo…
   Support         nikdo není volný  –    –    –    jako běžné
   Support         zavřená           +    +    +    We are closed now. You may…
 ▌ Support         svátek            +    !    !    nahráno
   Sales es        běžné             –    –    –    výchozí ze serveru
   Sales e┌─ Dny svátku ─────────────────────────────────────────────┐
   Sales e│ ▌ První den     ‹ 2026-12-24   ›                         │
   Sales e│   Poslední den  ‹ 2027-01-06   ›                         │nes.
          │                                                          │
          │   [ Nastavit dny ]                                       │
          │                                                          │
          │                                                          │
          └──────────────────────────────────────────────────────────┘
── svátek ──────────────────────────────────────────────────── box-31-holiday ──
 nahráno




 8, to je vše

 Tab přechází   Enter nastaví   Esc nechá, jak je
