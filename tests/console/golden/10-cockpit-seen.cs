 cclite  Dohled                     Eva Ruiz  vedoucí  ▲5 ◊3  živě     14:32:13
 Hovory 6  Čeká 2  Nejdéle 3:58  SLA 68,8 %  Operátoři 8: 3■ 1● 1○ 1◊
── 1 Probíhající hovory ─────────────────────────────────────────────────── 6 ──
   Stav          Doba  Operátor       Volající          Fronta       Nahr  SRTP
 ▌■HOVOR        12:50  Ben Carter     +442079460958     Podpora 1    ●     ○●
 ■ HOVOR         8:16  Priya Nair     Okafor Travel L…  Podpora 2    ○     ●●
 = PODRŽENO      2:37  Tom Becker     Delta Freight◊    Fakturace
 ▲ ZVONÍ         0:26  Lucie Dvořák…  Hana Malá         Podpora 1
 ► IVR           0:47                 +447700900411
 ◊ ČEKÁ          3:58                 skryté číslo      Podpora 1
── 2 Operátoři ────────────────── 9 ──┬── 3 Fronty ──────────────────────── 3 ──
   Operátor       Stav           Doba │   Fronta        Čeká  Nejdéle       SLA
 ▌■Ben Carter     HOVOŘÍ        12:50 │ ▌▲Podpora 1        2     3:58    61,7 %
 ■ Priya Nair     HOVOŘÍ         8:16 │ ◊ Podpora 2        0        –    78,8 %
 = Tom Becker     PODRŽENÍ       2:37 │ ○ Fakturace        0  zavřená    83,9 %
 ○ Ana Nováková   Oběd          31:08 │
 ● Ivy Chen       VOLNO          1:18 │
 ◊ Joe Park       ZÁPIS          4:26 │
── 4 Výstrahy ───────────────────────────────────────────────────────────── 8 ──
 ▲ KRIT. 14:31 Server           pomalý disk: deník se opožďuje
 ▲ KRIT. 14:32 Server           disk_low
 ▲ KRIT.       Podpora 1        čeká 2, nejdéle 3:58, SLA 61,7 %

 t přesunout  E ukončit hovor  1 hovory  2 operátoři  3 fronty  ? nápověda
