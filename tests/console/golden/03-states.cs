 cclite  Operátor      Ana Nováková 2041  ● VOLNO 4:12        živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prodej ES            0       –      1 ● 100,0 %                 Zápis     22:10
 Podpora 1           11    3:52      0 ▲  58,9 %
 Fakturace            1    0:05      2 ◊  76,0 %
            ┌─ Změna stavu ────────────────────────────────────────┐
── Čeká se n│ ▌●  r  Volno                                         │────────────
 Žádný hovor│  ○  b  Short break         9:00 z 15:00              │
 ● Připojeno│  ○  l  Lunch               0:00 z 45:00              │
            │  ○  t  Training                                      │
── Poslední │  ·  o  Mimo službu                                   │────────────
 14:22 sem  │                                                      │› Přihlášen…
 14:15 sem  │ Během hovoru: co bude po něm.                        │pe… držen 2×
 14:11 ven  └──────────────────────────────────────────────────────┘olající







 písmeno nebo Enter vybírá   Esc zavře
