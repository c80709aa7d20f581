 cclite  IVR › main-menu                   Dana Hill  správa  živě     14:32:07
 ▌Výběr    Spojit    Posun    měřítko 1:1   pohled 0,0 z 106×22       verze 7

  ┌─ 1 Začátek ──────┐      ┌─ 2 Hláška ───────┐
  ▌ start            ▐─────►┤ welcome          ├──┐
  └──────────────────┘      │ chyba            ├┐ │       ┌─ 4 Sales EN ─────┐
 ┌─ Typ scénáře ──────────────────────────────────────────────────────────────┐
 │ ▌●  i  příchozí hovory     pro příchozí hovory; má všechny uzly            │
 │     p  část jiných scénářů  část jiných scénářů, kterou vede sub_flow      │
 │     s  průzkum po hovoru   pro otázky po hovoru; nikdo z něj není poslán d…│
 │     v  cestou do schránky  pro volající, kteří mají nechat vzkaz: v které …│
 │     o  hovor z kampaně     pro toho, kdo přijal hovor z kampaně; dokud nej…│─
 │     c  dotaz na zpětný hovor  pro otázku na zpětné volání, kladenou za fro…│
 │────────────────────────────────────────────────────────────────────────────│
 │ pro příchozí hovory; má všechny uzly                                       │
 │                                                                            │
 └────────────────────────────────────────────────────────────────────────────┘
                         │  └──────────────────┘ │        └──────────────────┘
                         │                       │
                         │                       │
 ▲ 3 východ 0 není spojen.   ◊ 10 Nic sem nevede.
 Uzel 1 start   východů 1, spojených 1

 písmeno nebo Enter vybírá   Esc zavře
