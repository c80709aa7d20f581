 cclite  Trunky › lon-1                    Dana Hill  správa  živě     14:32:07
 ▌ Krátký název      ‹ lon-1                          ›
   Protějšek         ‹ 198.51.100.7:5060              ›
   Přenos            ‹ TCP                          ▼ ›
   Kanály            ‹ 60           ›
   Odchozí           [ ]
   Předvolby         ‹                                ›
   Pořadí            ‹ 2            ›
   Zobrazené číslo   ‹                                ›
   Ověřovat každých  ‹ 0s           ›
   Účet              ‹                                ›
   Oblast ověření    ‹                                ›
   Registruje se     [ ]
   Tísňová           ‹                                ›
   SRTP              ‹ nikdy                        ▼ ›

   [ Uložit ]   [ Zahodit ]


────────────────────────────────────────────────────────────────────────────────
 krátké jméno pro příkazy a adresy


 Ctrl-S uložit  F1 nápověda
