 cclite  Dohled                                                             Eva Ruiz  vedoucí  ▲4 ◊3  živě     ne 22. 11.  14:32:07
┌─ V hovoru ─────────┐┌─ Čeká ─────────────┐┌─ SLA ──────────────┐┌─ Zavěšené ─────────┐┌─ AHT ──────────────┐┌─ Volní ────────────┐
│ 3                █ ││ 2         ▆▅▅▆▇▇█▇ ││ 68,8 %           █ ││ 4,8 %            █ ││ 5:02             █ ││ 1                █ │
└─ 8 přihlášeno ─────┘└─ nejdéle 3:52 ─────┘└─ 380 včas ─────────┘└─ 27 ztraceno ──────┘└─ 503 vyřízeno ─────┘└─ 1 s pauzou ───────┘
 Tým ‹ vše ›   Fronta ‹ vše ›                                                                    Fronty 3   Operátoři 9   Hovory 6
── 1 Probíhající hovory ─────────────────────────────────────────────────────────────────────────────────────────────────────── 6 ──
   Stav          Doba  Operátor        Telefon    Tým       Volající           Číslo             Fronta            Čeká  Nahr  SRTP
 ▌■HOVOR        12:44  Ben Carter      2041       east      +442079460958      +442079460958     Podpora 1            –  ●     ○●
 ■ HOVOR         8:10  Priya Nair      2042       east      Okafor Travel Ltd  +447700900123     Podpora 2            –  ○     ●●
 = PODRŽENO      2:31  Tom Becker      2043       billing   Delta Freight◊     +441614960102     Fakturace            –
 ▲ ZVONÍ         0:20  Lucie Dvořáko…  2047       east      Hana Malá          +420602555118     Podpora 1         0:20
 ► IVR           0:41                                       +447700900411      +447700900411                          –
 ◊ ČEKÁ          3:52                             east      skryté číslo                         Podpora 1         3:52





── 2 Operátoři ─────────────────────────────────────────── 9 ──┬── 3 Fronty ─────────────────────────────────────────────────── 3 ──
   Operátor       Stav           Doba  Fronta    Hovory    AHT │   Fronta      Čeká  Nejdéle      SLA  Zavěš.  Volní    AHT  30 min
 ▌■Ben Carter     HOVOŘÍ        12:44  support…      20   4:20 │ ▌▲Podpora 1      2     3:52   61,7 %   6,0 %      0   5:10  ▅▆▇▇█▇
 ■ Priya Nair     HOVOŘÍ         8:10  support…      17   4:20 │ ◊ Podpora 2      0        –   78,8 %   2,9 %      1   7:02  ██████
 = Tom Becker     PODRŽENÍ       2:31  billing       24   4:20 │ ○ Fakturace      0  zavřená   83,9 %   3,1 %      1   3:58  ██████
 ○ Ana Nováková   Oběd          31:02                31   4:20 │
 ● Ivy Chen       VOLNO          1:12                26   4:20 │
 ◊ Joe Park       ZÁPIS          4:20                19   4:20 │
 ▲ Lucie Dvořák…  ZVONÍ          0:06  support…      12   4:20 │
 · Max Hunt       MIMO           0:00                 0      – │
 ▲ Oto Beneš      BEZ TELEF…     1:30                 5   4:20 │
                                                               │
                                                               │
                                                               │
── 4 Výstrahy ──────────────────────────────────────────── 7 ──┼── Výběr ───────────────────────────────────────────────────────────
 ▲ KRIT. 14:31 Server       pomalý disk: deník se opožďuje     │ Fronta           Podpora 1
 ▲ KRIT.       Podpora 1    čeká 2, nejdéle 3:52, SLA 61,7 %   │ Čeká             2
 ▲ KRIT. 14:30 Oto Beneš    telefon není dosažitelný           │ Nejdéle          3:52
 ▲ KRIT. 14:28 lon-1        trunk je mimo provoz               │ SLA              61,7 %
 ◊ POZOR       Podpora 2    čeká 0, nejdéle –, SLA 78,8 %      │ Nabídnuto        330
 ◊ POZOR       Lucie Dvořá… 2 zmeškané hovory po sobě          │ Vyřízeno         288
 ◊ POZOR       prg-2        obsazeno 38 z 40 kanálů            │ Zavěšené         20
                                                               │ Zpět. volání     vyžádáno 14, zastiženo 11, vzdáno 2, čekání 6:12

 1 hovory  2 operátoři  3 fronty  4 výstrahy  T další tým  U další fronta  / filtr  : příkazy  ? nápověda
