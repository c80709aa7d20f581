 cclite  IVR › main-menu                   Dana Hill  správa  živě     14:32:07
 ▌Výběr    Spojit    Posun    měřítko 1:1   pohled 0,0 z 106×22       verze 7

  ┌─ 1 Začátek ──────┐      ┌─ 2 Hláška ───────┐
  ▌ start            ▐─────►┤ welcome          ├──┐
  └──────────────────┘      │ chyba            ├┐ │       ┌─ 4 Sales EN ─────┐
   ┌─ Přidat uzel ──────────────────────────────────────────────────────────┐│
   │ ▌   a  Přijmout            přijme hovor, pokud to ještě nikdo neudělal │┘
   │     p  Hláška              přehraje hlášku až do konce                 │
   │     m  Nabídka             přehraje hlášku a nechá volajícího zvolit k…│
  ┌│     l  Jazyk               pokračuje v jiném jazyce                    │┐
  ││     q  Fronta              nechá kontakt čekat na operátora; tok tím k…│├──
  └│     e  Zavěsit             zavěsí                                      │┘
   │     b  Začátek             kde tok začíná, pro toho, kdo jej čte; hovo…│
   │     z  Počkat              nechá na chvíli volajícího slyšet ticho     │
   │     %  Losem               pošle část volajících, vybranou losem, jino…│┐
   └────────────────────────────────────────────────────────────────────────┘│
                         │  └──────────────────┘ │        └──────────────────┘
                         │                       │
                         │                       │
 ▲ 3 východ 0 není spojen.   ◊ 10 Nic sem nevede.
 Uzel 1 start   východů 1, spojených 1

 písmeno nebo Enter vybírá   Esc zavře
