 cclite  Nahrávky              Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
── Nahrávka 411 ──────────────────────────────────────────────────────── 6:12 ──
 operátor ▁▁▁▁▄▇█▆▆▁▁▁▁▁▆██▆▆▁▁▁▁▆▆██▆▆▁▁▁▁▆▆██▆▆▁▁▁▁▇▇█▇▄▆▁▁▁▁▅▇▆█▄▁▁▁▁▁▆█▆▇▂▁
 volající ▆██▅▆▁▁▁▁▆▇██▅▁▁▁▁▁▇█▇▇▃▁▁▁▁▁▇█▇▇▁▁▁▁▁▄██▇▆▁▁▁▁▁▆▆█▅▆▁▁▁▁▁▆▇█▅▆▁▁▁▁▄▆


 Kdy             ne 22. 11. 14:02        Stav            uložena
 Volající        "FENWICK & CO"          Délka           6:12
 Číslo           +447700900145           Vynecháno       0:41
 Voláno na       +442079460000           Ztráta          0:00
 Operátor        Ben Carter              Velikost        6,0 MB
 Fronta          Podpora 1               Opraveno        ne
 Kontakt         1311                    Kanály          vlevo volající, vpravo…
 SHA-256         52f14fc33ef45dd80ac2626077948f44
                 d8d211d5f24bf9db333c9403968e634a






 Nahoru a dolů ukáže další; Esc seznam.

 Mezerník označit  l poslechnout  x uložit  o řazení  v podrobnosti  ? nápověda
