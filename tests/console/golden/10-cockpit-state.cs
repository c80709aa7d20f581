 cclite  Dohled                     Eva Ruiz  vedoucí  ▲4 ◊3  živě     14:32:07
 Hovory 6  Čeká 2  Nejdéle 3:52  SLA 68,8 %  Operátoři 8: 3■ 1● 1○ 1◊
── 1 Probíhající hovory ─────────────────────────────────────────────────── 6 ──
   Stav          Doba  Operátor       Volající          Fronta       Nahr  SRTP
 ▌■HOVOR        12:44  Ben Carter     +442079460958     Podpora 1    ●     ○●
 ■ HOVOR         8:10  Priya Nair     Okafor Travel L…  Podpora 2    ○     ●●
 = PODRŽENO      2:31  Tom Becker     Delta Freight◊    Fakturace
 ▲ ZVONÍ         0:20  Lucie Dvořák…  Hana Malá         Podpora 1
 ► IVR           0┌─ Změnit stav operátora ──────────────────┐
 ◊ ČEKÁ          3│ ▌   r  Volno                             │a 1
── 2 Operátoři ───│     o  Odhlásit                          │───────────── 3 ──
   Operátor       │        Pauza: Oběd                       │Nejdéle       SLA
 ▌■Ben Carter     │                                          │   3:52    61,7 %
 ■ Priya Nair     │ během hovoru: až po něm                  │      –    78,8 %
 = Tom Becker     └──────────────────────────────────────────┘zavřená    83,9 %
 ○ Ana Nováková   Oběd          31:02 │
 ● Ivy Chen       VOLNO          1:12 │
 ◊ Joe Park       ZÁPIS          4:20 │
── 4 Výstrahy ───────────────────────────────────────────────────────────── 7 ──
 ▲ KRIT. 14:31 Server           pomalý disk: deník se opožďuje
 ▲ KRIT.       Podpora 1        čeká 2, nejdéle 3:52, SLA 61,7 %
 ▲ KRIT. 14:30 Oto Beneš        telefon není dosažitelný

 písmeno nebo Enter vybírá   Esc zavře
