 cclite  Operátor      Ana Nováková 2041  = PODRŽENÍ 0:22     živě     14:32:07
── = PODRŽENÍ 0:22 ────────────────────── ► konzultace: Ben Ortiz 0:19  ● REC ──
 +447700900123       "J OKAFOR"               Podpora 1         držen 1:03 (2×)
 F3 přepnout  F4 ztišit  F7 číselnice  F5 dokončit  F8 zpět k volajícímu
── Cesta sem ───────────────────────────────────────────────────────────────────
 volané číslo +442079460311   čekání 2:09
 answer › language [1] › technical [3] › support
 ◊ login loop after reset, ID checked
── Dřívější kontakty z tohoto čísla ────────────────────────────────────────────
 so 21. 11.   16:02 Podpora 1    ben        Login / passwo… Reset link sent
 st 18. 11.   09:41 Fakturace    Ana Novák… zavěsil operát… Invoice 88301 resent
 pá 13. 11.   11:15 Prodej EN               zavěšeno při č…
── Poznámky ─────────────────────────────────────────── čeká 12, nejdéle 3:52 ──








 Písmena teď ovládají telefon. Tab přejde k poznámkám.

 h přepnout  m ztišit  x dokončit  d číselnice  k zpět k volajícímu  ? nápověda
