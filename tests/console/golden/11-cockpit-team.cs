 cclite  Dohled › east › Podpora 1                                          Eva Ruiz  vedoucí  ▲4 ◊2  živě     ne 22. 11.  14:33:09
┌─ V hovoru ─────────┐┌─ Čeká ─────────────┐┌─ SLA ──────────────┐┌─ Zavěšené ─────────┐┌─ AHT ──────────────┐┌─ Volní ────────────┐
│ 0                ▁ ││ 2         ▅▅▅▆▇▇█▇ ││ 60,0 %           █ ││ 6,0 %            █ ││ 5:10             █ ││ 0                ▁ │
└─ 0 přihlášeno ─────┘└─ nejdéle 4:54 ─────┘└─ 197 včas ─────────┘└─ 20 ztraceno ──────┘└─ 288 vyřízeno ─────┘└─ 0 s pauzou ───────┘
 Tým ‹ east ›   Fronta ‹ Podpora 1 ›                                                             Fronty 1   Operátoři 5   Hovory 3
── 1 Probíhající hovory ─────────────────────────────────────────────────────────────────────────────────────────────────────── 3 ──
   Stav          Doba  Operátor        Telefon    Tým       Volající           Číslo             Fronta            Čeká  Nahr  SRTP
 ▌■HOVOR        13:46  Ben Carter      2041       east      +442079460958      +442079460958     Podpora 1            –  ●     ○●
 ▲ ZVONÍ         1:22  Lucie Dvořáko…  2047       east      Hana Malá          +420602555118     Podpora 1         1:22
 ◊ ČEKÁ          4:54                             east      skryté číslo                         Podpora 1         4:54








── 2 Operátoři ─────────────────────────────────────────── 5 ──┬── 3 Fronty ─────────────────────────────────────────────────── 1 ──
   Operátor       Stav           Doba  Fronta    Hovory    AHT │   Fronta      Čeká  Nejdéle      SLA  Zavěš.  Volní    AHT  30 min
 ▌■Ben Carter     HOVOŘÍ        13:46  support…      20   4:20 │ ▌▲Podpora 1      2     4:54   61,7 %   6,0 %      0   5:10  ▅▆▇▇█▇
 ■ Priya Nair     HOVOŘÍ         9:12  support…      17   4:20 │
 ○ Ana Nováková   Oběd          32:04                31   4:20 │
 ◊ Joe Park       ZÁPIS          5:22                19   4:20 │
 ▲ Lucie Dvořák…  ZVONÍ          1:08  support…      12   4:20 │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
── 4 Výstrahy ──────────────────────────────────────────── 6 ──┼── Výběr ───────────────────────────────────────────────────────────
 ▲ KRIT. 14:31 Server       pomalý disk: deník se opožďuje     │ Volající         +442079460958
 ▲ KRIT.       Podpora 1    čeká 2, nejdéle 4:54, SLA 61,7 %   │ Voláno na        200
 ▲ KRIT. 14:30 Oto Beneš    telefon není dosažitelný           │ Vstup            reception
 ▲ KRIT. 14:28 lon-1        trunk je mimo provoz               │ Scénář           main
 ◊ POZOR       Lucie Dvořá… 2 zmeškané hovory po sobě          │ Krok             menu
 ◊ POZOR       prg-2        obsazeno 38 z 40 kanálů            │ Fronta           support-1
                                                               │ Operátor         ben
                                                               │ Šifrováno        jen druhá strana

 t přesunout  E ukončit hovor  1 hovory  2 operátoři  3 fronty  4 výstrahy  T další tým  U další fronta  / filtr  ? nápověda
