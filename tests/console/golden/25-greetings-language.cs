 cclite  … › Uvítání     Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
   Schránka        Uvítání           en     es     cs     Říká
   Support         běžné             0:06   +      !      You have reached our…
 ▌ Support         nikdo není volný  –      –      –      jako běžné
   Support         zavřeno           0:04   0:04   0:04   We are closed now. Y…
   Support         svátek            1:02   !      !      nahrávka
   Sales es        běžné             –      –      –      výchozí ze serveru
   Sales es        nikdo není volný  –      –      –      jako běžné
   Sales e┌─ Uvítání telefonem ─────────────────── nikdo není volný ─┐
   Sales e│ ▌ Jazyk  ‹ čeština    ▼ ›                                │acacione…
          │                                                          │
          │   [ Zavolat mi ]                                         │
          │                                                          │
          │                                                          │
── nikdo n└──────────────────────────────────────────────────────────┘──────────
 jako běžné





 8, to je vše

 Vlevo Vpravo vybírá   Enter pokračuje   Esc nic nemění
