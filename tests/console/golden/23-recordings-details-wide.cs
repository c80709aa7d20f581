 cclite  Nahrávky                                                      Eva Ruiz   ● VOLNO 1:13        živě     ne 22. 11.  14:32:08
── Nahrávka 411 ────────────────────────────────────────────────────────────────────────────────── ► přehrává  1:48 / 6:12  100 % ──
 operátor ▁▁▁▁▁▁▁▄▂▄█▇▂▆▆▂▁▁▁▁▁▁▁▁▆▅▂██▄▄▆▄▁▁▁▁▁▁▁▁▆▆▃▆█▆▂▆▆▁▁▁▁▁▁▁▁▄▆▅▃▆█▆▂▆▆▁▁▁▁▁▁▁▁▄▇▅▄█▇▂▄▆▁▁▁▁▁▁▁▁▂▇▇▃▆█▄▁▄▁▁▁▁▁▁▁▁▁▆█▅▄▇▆▁▂▁▁
 volající ▆▄▅█▆▁▅▆▁▁▁▁▁▁▁▁▃▇▆▃██▃▃▅▁▁▁▁▁▁▁▁▁▇█▄▅▇▅▁▃▁▁▁▁▁▁▁▁▁▅█▆▃▇▇▁▁▁▁▁▁▁▁▁▁▄▁▅█▆▃▇▆▁▁▁▁▁▁▁▁▁▆▄▃██▃▅▆▃▁▁▁▁▁▁▁▁▆▆▂▇█▅▂▆▅▁▁▁▁▁▁▁▁▄▆▄
                                            ▲ 1:48

 Kdy             ne 22. 11. 14:02                                  Stav            uložena
 Volající        "FENWICK & CO"                                    Délka           6:12
 Číslo           +447700900145                                     Vynecháno       0:41
 Voláno na       +442079460000                                     Ztráta          0:00
 Operátor        Ben Carter                                        Velikost        6,0 MB
 Fronta          Podpora 1                                         Opraveno        ne
 Kontakt         1311                                              Kanály          vlevo volající, vpravo operátor
 SHA-256         52f14fc33ef45dd80ac2626077948f44d8d211d5f24bf9db333c9403968e634a


























 Nahoru a dolů ukáže další; Esc seznam.
 ● Váš telefon se přihlásí sám: poslouchejte.
 Mezerník pauza, dál  ← 5 s zpět  s zastavit  l poslechnout  x uložit  o řazení  v podrobnosti  f hledat  / filtr  ? nápověda
