 cclite  Fronty › support-2: Historie      Dana Hill  správa  živě     14:32:07
         3  ne 22. 11.   14:00  dana                 Doba zvonění
▌        2  so 21. 11.   14:00  oto                  Max. čekajících, Přetečení…
         1  pá 13. 11.   14:00  dana                 Krátký název, Název, Název…




          ┌─ ▲ Zpět k této verzi ────────────────────────────────────┐
── Co by n│ support-2                                                │──────────
 - Doba zv│ Hovory, které teprve přijdou, se jí řídí.                │
 + Doba zv│                                                          │
          │ [ Ne ]    [ Vrátit ]                                     │
          └──────────────────────────────────────────────────────────┘









 Tab přechází   Enter stiskne   Esc je Ne
