 cclite  Troncales › lon-1         Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto     ‹ lon-1                          ›
   Interlocutor     ‹ 198.51.100.7:5060              ›
   Transporte       ‹ TCP                          ▼ ›
   Canales          ‹ 60           ›
   Saliente         [ ]
   Prefijos         ‹                                ›
   Preferencia      ‹ 2            ›
   Número mostrado  ‹                                ›
   Comprobar cada   ‹ 0s           ›
   Cuenta           ‹                                ›
   Dominio (realm)  ‹                                ›
   Se registra      [ ]
   Emergencias      ‹                                ›
   SRTP             ‹ nunca                        ▼ ›

   [ Guardar ]   [ Descartar ]


────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
