 cclite  Hlas. schránka  Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
 Došlé │ Nové 4 │ Moje 1 │ Naléhavé 1 │ Uložené │ Vyřízené │ Smazané │ Uvítání
────────────────────────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající         Schránka  Operátor  Stav
  xne 22. 11. 14:21      0:42  "Hana Mala"      Support   moje      nová
  xne 22. 11. 13:58      1:15  "R PATEL"        Support             nová
 ▌●ne 22. 11. 13:40      0:08  skryté číslo     Sales es            nová
 ◊ ne 22. 11. 12:02      0:57  "Delta Freight"  Support             nová, nalé…
 ○ ne 22┌─ Kdo se postará o 2 označené zprávy ─────────────────────────┐echnutá
 ○ ne 22│◊▌ Operátor  ‹ Ben Carter                   ▼ ›               │ená
        │   Poznámka  ‹                                               ›│
        │                                                              │
        │   [ Přidělit ]                                               │
── skryt└──────────────────────────────────────────────────────────────┘ 0:08 ──
 volající █▅▇▃▆▁▁▁▁▁█▅▇▂▅▁▁▁▁▂█▄▆▂▃▁▁▁▁▃█▇▆▄▁▁▁▁▁▅█▆▆▄▁▁▁▁▇▅█▆▆▄▁▁▁▁▇▆█▅▆▄▁▁▁▁▇

 Číslo         skryté číslo              Stav          nová
 Schránka      Sales es                  Stará se



 2 zprávy označeny: k d w e o f platí pro všechny. Esc označení zruší.

 Šipky vybírají   Enter odešle   Esc nechá, jak je
