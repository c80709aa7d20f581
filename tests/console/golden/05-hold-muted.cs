 cclite  Operátor      Ana Nováková 2041  = PODRŽENÍ 0:22     živě     14:32:07
── = PODRŽENÍ 0:22 ─── ▲ ZTIŠENO: není vás slyšet  šifrováno: jen váš telefon ──
 +447700900123       "J OKAFOR"               Podpora 1         držen 1:03 (2×)
 F3 obnovit  F4 zrušit ztišení  F7 číselnice  F5 přepojit  F8 zavěsit
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
 ◊ Hovor je podržený. Nejdřív ho obnovte: F3
 h obnovit  m zrušit ztišení  x přepojit  d číselnice  k zavěsit  ? nápověda
