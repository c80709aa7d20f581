 cclite  Hlas. schránka  Eva Ruiz   hs 4  ● VOLNO 1:13        živě     14:32:08
 Došlé │ Nové 4 │ Moje 1 │ Naléhavé 1 │ Uložené │ Vyřízené │ Smazané │ Uvítání
────────────────────────────────────────────────────────────────────────────────
   Kdy                  Délka  Volající         Schránka  Operátor  Stav
 ▌►ne 22. 11. 14:21      0:42  "Hana Mala"      Support   moje      nová
 ● ne 22. 11. 13:58      1:15  "R PATEL"        Support             nová
 ● ne 22. 11. 13:40      0:08  skryté číslo     Sales es            nová
 ◊ ne 22. 11. 12:02      0:57  "Delta Freight"  Support             nová, nalé…
 ○ ne 22. 11. 11:20      0:33  +34612555018     Sales es  Ben Car…  vyslechnutá
 ○ ne 22. 11. 10:47      2:01  "Hill Dental"    Support             uložená



── "Hana Mala"  ne 22. 11. 14:21, čeština ──── ► přehrává  0:12 / 0:42  125 % ──
 volající ▆██▅▆▁▁▁▁▆▇██▅▁▁▁▁▁▇█▇▇▃▁▁▁▁▁▇█▇▇▁▁▁▁▁▄██▇▆▁▁▁▁▁▆▆█▅▆▁▁▁▁▁▆▇█▅▆▁▁▁▁▄▆
                             ▲ 0:12
 Číslo         +420602555118             Stav          nová
 Schránka      Support                   Stará se      moje

 Přepis        Dobrý den, tady Malá. Pořád se nemohu přihlásit, kód mi přišel
               až po hodině. Prosím zavolejte po čtvrté, děkuji.
 6, to je vše
 ● Váš telefon zvoní: zvedněte ho.
 Mezerník pauza, dál  s zastavit  l poslechnout  c zavolat zpět  ? nápověda
