 cclite  Dohled                     Eva Ruiz  vedoucí  ▲4 ◊3  živě     14:32:07
 Hovory 6  Čeká 2  Nejdéle 3:52  SLA 68,8 %  Operátoři 8: 3■ 1● 1○ 1◊
── 1 Probíhající hovory ─────────────────────────────────────────────────── 6 ──
   Stav          Doba  Operátor       Volající          Fronta       Nahr  SRTP
 ▌■HOVOR        12:44  Ben Carter     +442079460958     Podpora 1    ●     ○●
 ■ HOVOR         8:10  Priya Nair     Okafor Travel L…  Podpora 2    ○     ●●
 = PODRŽENO      2:31  Tom Becker     Delta Freight◊    Fakturace
 ▲ ZVONÍ         0:20  Lucie Dvořák…  Hana Malá         Podpora 1
 ► IVR           0:41                 +447700900411
 ◊ ČEKÁ          3:52                 skryté číslo      Podpora 1
── 2 Operátoři ────────────────── 9 ──┬── 3 Fronty ──────────────────────── 3 ──
   Operátor       Stav           Doba │   Fronta        Čeká  Nejdéle       SLA
 ▌■Ben Carter     HOVOŘÍ        12:44 │ ▌▲Podpora 1        2     3:52    61,7 %
 ■ Priya Nair     HOVOŘÍ         8:10 │ ◊ Podpora 2        0        –    78,8 %
 = Tom Becker     PODRŽENÍ       2:31 │ ○ Fakturace        0  zavřená    83,9 %
 ○ Ana Nováková   Oběd          31:02 │
 ● Ivy Chen       VOLNO          1:12 │
 ◊ Joe Park       ZÁPIS          4:20 │
── 4 Výstrahy ───────────────────────────────────────────────────────────── 7 ──
 ▲ KRIT. 14:31 Server           pomalý disk: deník se opožďuje
 ▲ KRIT.       Podpora 1        čeká 2, nejdéle 3:52, SLA 61,7 %
 ▲ KRIT. 14:30 Oto Beneš        telefon není dosažitelný

 t přesunout  E ukončit hovor  1 hovory  2 operátoři  3 fronty  ? nápověda
