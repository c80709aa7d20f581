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
 ... nikdo volný    –                    ... posluchačům    ne
 ... zavřeno        –                    ... i se zvukem    ne
 ... svátek         –                    ... jazykem        English
 Svátek od          –                    ... časové pásmo   –
 Svátek do          –                    Webhook (HTTP)     –
 Nejkratší zpráva   0:01                 Kdo dostane zprávy všichni, kdo ji sl…
 Nejdelší zpráva    2:00                 PIN se žádá        z cizích telefonů
 Konec po tichu     0:06                 Nesprávné PIN      0
 Uchovat dnů        90                   ... uzamknou na    –

 a přidat  e upravit  d smazat  v nahrát uvítání  p nový PIN  ? nápověda
