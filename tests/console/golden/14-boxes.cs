 cclite  Schránky                          Dana Hill  správa  živě     14:32:07
 Schránky
────────────────────────────────────────────────────────────────────────────────
   Schránka▲       Název         Operátor   Fronta     Linka           Kapacita
 ▌ ana             Ana Nováková  ana        –          –                     50
   support         Support       –          support-1  700                  100




── ana ────────────────────────────────────────────────────────────── verze 1 ──
 Název španělsky    –                    Konec po tichu     0:06
 Název česky        –                    Uchovat (dnů)      90
 Tým                –                    Obnovitelné (dnů)  30
 Uvítání            –                    Klávesa 0 vede na  zavěsit
 ... nikdo volný    –                    ... kam přesně     –
 ... zavřeno        –                    E-mail na adresu   –
 ... svátek         –                    ... i se zvukem    ne
 Svátek od          –                    ... jazyk          English
 Svátek do          –                    ... časové pásmo   –
 Nejkratší zpráva   0:01                 Webhook (HTTP)     –
 Nejdelší zpráva    2:00                 Kdo dostane zprávy všichni s přístupem

 a přidat  e upravit  c kopírovat  d smazat  / filtr  : příkazy  ? nápověda
