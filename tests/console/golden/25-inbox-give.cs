 cclite  Hlas. schránka  Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
 Došlé │ Nové 4 │ Moje 1 │ Naléhavé 1 │ Uložené │ Vyřízené │ Smazané │ Uvítání
────────────────────────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající         Schránka  Operátor  Stav
 ● ne 22. 11. 14:21      0:42  "Hana Mala"      Support   moje      nová
 ▌●ne 22. 11. 13:58      1:15  "R PATEL"        Support             nová
 ● ne 22. 11. 13:40      0:08  skryté číslo     Sales es            nová
 ◊ ne 22. 11. 12:02      0:57  "Delta Freight"  Support             nová, nalé…
 ○ ne 22┌─ Kdo se postará ─────────────────────────────────────────────┐echnutá
 ○ ne 22│◊▌ Operátor  ‹ Ben Carter                   ▼ ›               │ená
        │   Poznámka  ‹                                               ›│
        │                                                              │
        │   [ Přidělit ]                                               │
── "R PA└──────────────────────────────────────────────────────────────┘ 1:15 ──
 volající ▇▅█▂▆▁▁▁▁▃█▅▇▃▅▁▁▁▁▄█▅▇▃▁▁▁▁▁▅█▅▆▁▁▁▁▁▄▆█▄▆▁▁▁▁▁▆▃█▃▆▁▁▁▁▁▆▄█▂▆▁▁▁▁▁▇

 Číslo         +447700900300             Stav          nová
 Schránka      Support                   Stará se



 6, to je vše

 Šipky vybírají   Enter odešle   Esc nechá, jak je
