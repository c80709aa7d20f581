 cclite  Schránky                          Dana Hill  správa  živě     14:32:07
 Schránky
────────────────────────────────────────────────────────────────────────────────
   Schránka▲       Název         Operátor   Fronta     Linka       Pojme nejvýš
 ▌ ana             Ana Nováková  ana        –          –                     50
   support         Support       –          support-1  700                  100






── ana ────────────────────────────────────────────────────────────── verze 1 ──
 Název španělsky    –                    Nejkratší zpráva   0:01
 Název česky        –                    Nejdelší zpráva    2:00
 Tým                –                    Ukončí ji ticho    0:06
 Uvítání            –                    Uchovat dnů        90
 ... nikdo volný    –                    Obnovit lze dnů    30
 ... zavřeno        –                    Klávesa 0 vede na  zavěsit
 ... svátek         –                    ... kam přesně     –
 Svátek od          –                    Kdo dostane zprávy všichni, kdo ji sl…
 Svátek do          –

 a přidat  e upravit  c kopírovat  d smazat  / filtr  : příkazy  ? nápověda
