 cclite  Dohled                     Eva Ruiz  vedoucí  ▲4 ◊3  živě     14:32:07
 Hovory 6  Čeká 2  Nejdéle 3:52  SLA 68,8 %  Operátoři 8: 3■ 1● 1○ 1◊
── 1 Probíhající hovory ─────────────────────────────────────────────────── 6 ──
   Stav          Doba  Operátor       Volající          Fronta       Nahr  SRTP
 ▌■HOVOR        12:44  Ben Carter     +442079460958     Podpora 1    ●     ○●
 ■ HOVOR         8:10  Priya Nair     Okafor Travel L…  Podpora 2    ○     ●●
 = PODRŽENO      2:31  Tom Becker     Delta Freight◊    Fakturace
 ▲ ZVONÍ         0:20  Lucie Dvořák…  Hana Malá         Podpora 1
 ► IVR    ┌─ ▲ Ukončit tento hovor ──────────────────────────────────┐
 ◊ ČEKÁ   │ +442079460958                                            │
── 2 Operá│ support-1  ben                                           │───── 3 ──
   Operáto│ Volajícímu bude zavěšeno.                                │      SLA
 ▌■Ben Car│                                                          │   61,7 %
 ■ Priya N│ [ Ne ]    [ Ukončit hovor ]                              │   78,8 %
 = Tom Bec└──────────────────────────────────────────────────────────┘   83,9 %
 ○ Ana Nováková   Oběd          31:02 │
 ● Ivy Chen       VOLNO          1:12 │
 ◊ Joe Park       ZÁPIS          4:20 │
── 4 Výstrahy ───────────────────────────────────────────────────────────── 7 ──
 ▲ KRIT. 14:31 Server           pomalý disk: deník se opožďuje
 ▲ KRIT.       Podpora 1        čeká 2, nejdéle 3:52, SLA 61,7 %
 ▲ KRIT. 14:30 Oto Beneš        telefon není dosažitelný

 Tab přechází   Enter stiskne   Esc je Ne
