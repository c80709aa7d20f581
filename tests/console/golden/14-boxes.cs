 cclite  Schránky                          Dana Hill  správa  živě     14:32:07
 Schránky
────────────────────────────────────────────────────────────────────────────────
   Schránka▲       Název         Operátor   Fronta     Linka       Pojme nejvýš
 ▌ ana             Ana Nováková  ana        –          –                     50
   support         Support       –          support-1  700                  100


── ana ────────────────────────────────────────────────────────────── verze 1 ──
 Název španělsky    –                    Obnovit lze dnů    30
 Název česky        –                    Klávesa 0 vede na  zavěsit
 Tým                –                    ... kam přesně     –
 Uvítání            –                    E-mail na          –
 ... nikdo volný    –                    ... i se zvukem    ne
 ... zavřeno        –                    ... jazykem        English
 ... svátek         –                    ... časové pásmo   –
 Svátek od          –                    Webhook (HTTP)     –
 Svátek do          –                    Kdo dostane zprávy všichni, kdo ji sl…
 Nejkratší zpráva   0:01                 PIN se žádá        z cizích telefonů
 Nejdelší zpráva    2:00                 Nesprávné PIN      0
 Konec po tichu     0:06                 ... uzamknou na    –
 Uchovat dnů        90

 a přidat  e upravit  d smazat  v nahrát uvítání  p nový PIN  ? nápověda
