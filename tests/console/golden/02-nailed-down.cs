 cclite  Operátor    Ana Nováková 2041 ▲  ▲ BEZ TELEFO… 4:12  živě     14:32:07
── Moje fronty ───────────────────────────────────────────────────────── Dnes ──
 Fronta            Čeká Nejdéle  Volní       SLA Vyřízeno     31 Průměr     5:11
 Prodej EN            0       –      3 ●  86,4 % Zmeškáno      1 Hovory  2:14:50
 Prodej ES            0       –      1 ● 100,0 %                 Zápis     22:10
 Podpora 1           11    3:52      0 ▲  58,9 %
 Fakturace            1    0:05      2 ◊  76,0 %

── Čeká se na hovor ────────────────────────────────────────────────────────────
 Váš telefon není spojený (telefon zavěsil). Alt-l na něj zavolá.
 ○ Nepřipojeno: Prodej EN, Prodej ES, Podpora 1, Fakturace

── Poslední ────────────────────────────────────────────────────────────────────
 14:22 sem  +447700900123    J OKAFOR Podpora 1      5:02  Vyřešeno › Přihlášen…
 14:15 sem  +442079460958             Fakturace      2:41  zavěsil ope… držen 2×
 14:11 ven  +34611555240              Prodej ES      0:00  zavěsil volající






 ◊ Váš telefon není spojený (telefon zavěsil). Alt-l na něj zavolá.
 n zavolat na číslo  s stav  : příkazy  ? nápověda
