 cclite  Dohled                                                                                   Eva Ruiz   ▲ 1  živě     14:32:07
 Hovory 6  Čeká 2  Nejdéle 3:52  SLA 68,8 %  Operátoři 8 3■ 1● 1○ 1◊
── 1 Probíhající hovory ─────────────────────────────────────────────────────────────────────────────────────────────────────── 6 ──
   Stav           Doba  Operátor              Volající                    Fronta                    Čeká  Vstup
 ▌■HOVOR         12:44  ben                   +442079460958               support-1                    –  reception
 ■ HOVOR          8:10  priya                 Okafor Travel Ltd           support-2                    –  reception
 = PODRŽENO       2:31  tom                   Delta Freight◊              billing                      –  reception
 ▲ ZVONÍ          0:20  lucie                 Hana Malá                   support-1                 0:20  reception
 ► IVR            0:41                        +447700900411                                            –  reception
 ◊ ČEKÁ           3:52                        skryté číslo                support-1                 3:52  reception







── 2 Operátoři ───────────────────────────────────────────── 9 ──┬── 3 Fronty ───────────────────────────────────────────────── 3 ──
   Operátor      Stav           Doba  Fronta      Hovory     AHT │   Fronta         Čeká  Nejdéle       SLA   Zavěš.  Volní     AHT
 ■ Ben Carter    HOVOŘÍ        12:44  support-1       20    4:20 │ ▌▲Podpora 1         2     3:52    61,7 %    6,0 %      0    5:10
 ▌■Priya Nair    HOVOŘÍ         8:10  support-2       17    4:20 │ ◊ Podpora 2         0        –    78,8 %    2,9 %      1    7:02
 = Tom Becker    PODRŽENÍ       2:31  billing         24    4:20 │ ● Fakturace         0        –    83,9 %    3,1 %      1    3:58
 ○ Ana Nováková  Oběd          31:02                  31    4:20 │
 ● Ivy Chen      VOLNO          1:12                  26    4:20 │
 ◊ Joe Park      ZÁPIS          4:20                  19    4:20 │
 ▲ Lucie Dvořá…  ZVONÍ          0:06  support-1       12    4:20 │
 · Max Hunt      MIMO           0:00                   0       – │
 ▲ Oto Beneš     BEZ TELEF…     1:30                   5    4:20 │
                                                                 │
                                                                 │
                                                                 │
                                                                 │
── 4 Výstrahy ────────────────────────────────────────────── 5 ──┼── Výběr ─────────────────────────────────────────────────────────
 ▲ KRIT. Server            journal_lagging                       │ Operátor         Priya Nair
 ▲ KRIT. Podpora 1         čeká 2, nejdéle 3:52, SLA 61,7 %      │ Telefon          2042
 ▲ KRIT. Oto Beneš         telefon není dosažitelný              │ Dosažitelnost    ano
 ◊ POZOR Podpora 2         čeká 0, nejdéle –, SLA 78,8 %         │ Konzole          1
 ◊ POZOR Lucie Dvořáková   2 zmeškané hovory po sobě             │ Fronta           support-2
                                                                 │ Nabídnuto        18
                                                                 │ Vyřízeno         17
                                                                 │ Zmeškáno         1

 c změnit stav  1 hovory  2 operátoři  3 fronty  4 výstrahy  / filtr  : příkazy  ? nápověda
