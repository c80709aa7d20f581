 cclite  Kontakty › Kontakt 1313                                       Eva Ruiz   ● VOLNO 1:12        živě     ne 22. 11.  14:32:07
 Volající      "FENWICK & CO"                                      Příchod       ne 22. 11. 14:02
 Číslo         +447700900145                                       Konec         zavěsil operátor
 Voláno na     +442079460000                                       V nabídce     0:21
 Směr          sem                                                 Čekání        0:14
 Jazyk         English                                             Hovor         5:51
 Fronta        Podpora 1                                           Podržen       0:41
 Operátor      Ben Carter                                          Mimo dům      0:00
 Výsledek      Vyřešeno                                            Celkem        7:07
 Štítky        vip

── Kroky ve scénářích ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
 main-menu: welcome, Hláška  → hotovo  0:06
 main-menu: menu, Nabídka  → 2  0:09
 main-menu: sales, Fronta  → hotovo  0:00
── Rozhodnutí ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 14:02:27  The call joined the queue.
 14:02:41  The call was offered to Ben Carter, whose phone rings for 20 s; whoever does not answer is asked no more for a minute.
    vybírá se Ben Carter (bez kontaktu 0:35)
    Ana Nováková: chybí dovednost (es 30 < 50)
    3 pauza





















 l jeho nahrávky  m jeho zprávy  L trasování SIP  r načíst znovu  : příkazy  ? nápověda
