 cclite  Schránky                          Dana Hill  správa  živě     14:32:07
 Schránky
────────────────────────────────────────────────────────────────────────────────
   Schránka▲       Název         Operátor   Fronta     Linka       Pojme nejvýš
 ▌ ana             Ana Nováková  ana        –          –                     50
   support         Support       –          support-1  700                  100




── ana ────────────────────────────────────────────────────────────── verze 1 ──
 Název španělsky    –                    Konec po tichu     0:06
 Název česky        –                    Uchovat dnů        90
 Tým                –                    Obnovit lze dnů    30
 Uvítání            –                    Klávesa 0 vede na  zavěsit
 ... nikdo volný    –                    ... kam přesně     –
 ... zavřeno        –                    E-mail na          –
 ... svátek         –                    ... i se zvukem    ne
 Svátek od          –                    ... jazykem        English
 Svátek do          –                    ... časové pásmo   –
 Nejkratší zpráva   0:01                 Webhook (HTTP)     –
 Nejdelší zpráva    2:00                 Kdo dostane zprávy všichni, kdo ji sl…

 a přidat  e upravit  c kopírovat  d smazat  / filtr  : příkazy  ? nápověda
