 cclite  Uživatelé › ana                   Dana Hill  správa  živě     14:32:07
 ▌ Přihlašovací jméno  ‹ ana                            ›
   Název               ‹ Ana Nováková                   ›
   Oprávnění           ‹ operátor                     ▼ ›
   Jazyk               ‹ čeština                      ▼ ›
   Povoleno            [x]
   Místní účet         ‹ -1           ›
   Tým                 ‹ t1-east                      ▼ ›
   E-mail na           ‹                                                       ›
   ... časové pásmo    ‹                                ›

   [ Uložit ]   [ Zahodit ]







────────────────────────────────────────────────────────────────────────────────
 přihlašovací jméno


 Ctrl-S uložit  F1 nápověda
