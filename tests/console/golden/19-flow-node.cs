 cclite  IVR › main-menu                   Dana Hill  správa  živě     14:32:07
┌─ Přidat uzel ────────────────────────────────────────────────────────────────┐
│ ▌   a  Přijmout            přijme hovor, pokud to ještě nikdo neudělal       │
│     p  Hláška              přehraje hlášku až do konce                       │
│     m  Nabídka             přehraje hlášku nebo řekne text a nechá volajícíh…│
│     l  Jazyk               pokračuje v jiném jazyce                          │
│     q  Fronta              nechá kontakt čekat na operátora; scénář tím končí│
│     e  Zavěsit             zavěsí                                            │
│     b  Začátek             kde scénář začíná, pro toho, kdo jej čte; hovor t…│
│     z  Počkat              nechá na chvíli volajícího slyšet ticho           │
│     %  Losem               pošle část volajících, vybranou losem, jinou cest…│
│     d  Zadání číslic       přehraje hlášku nebo řekne text a uloží několik k…│
│     s  Nastavit            dá proměnné hodnotu                               │
│     I  Podle hodnoty       pokračuje podle hodnoty proměnné                  │
│     o  Opakovat            vede několikrát jednou cestou a potom druhou      │
│     L  Volba jazyka        pokračuje v jazyce posledního hovoru volajícího, …│
│     +  Priorita            dá kontaktu prioritu, ať uzly front za ním říkají…│
│     t  Štítek              označí kontakt slovem                             │
│──────────────────────────────────────────────────────────────────────────────│
│ přijme hovor, pokud to ještě nikdo neudělal                                  │
│                                                                              │
└──────────────────────────────────────────────────────────────────────────────┘

 písmeno nebo Enter vybere   / hledá podle názvu   Esc zavře
