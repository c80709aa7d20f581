 cclite  Operátor      Ana Nováková 2041  ■ HOVOŘÍ 3:18       živě     14:32:07
── ► HOVOŘÍ 3:18 ───────────────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"               Podpora 1         držen 0:41 (1×)
 F3 podržet  F4 ztišit  F7 číselnice  F5 přepojit  F8 zavěsit
── Cesta sem ───────────────────────────────────────────────────────────────────
 volané číslo +442079460311   čekání 2:09
 answer › language [1] › technical [3] › support
 ◊ login loop after reset, ID checked
── Dřívější kontakty z tohoto čísla ────────────────────────────────────────────
 so 21. 11.   16:02 Podpora 1    ben        Login / passwo… Reset link sent
 st 18. 11.   09:41 Fakturace    Ana Novák… zavěsil operát… Invoice 88301 resent
 pá 13. 11.   11:15 Prodej EN               zavěšeno při č…
── Poznámky (uloženy před 0 s) ──────────────────────── čeká 12, nejdéle 3:52 ──
 Resent







 Písmena teď ovládají telefon. Tab přejde k poznámkám.

 h podržet  m ztišit  x přepojit  d číselnice  k zavěsit  s stav  ? nápověda
