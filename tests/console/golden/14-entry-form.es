 cclite  Entradas › podpora        Dana Hill  administración  en vivo  14:32:07
 ▌ Nombre corto     ‹ podpora                        ›
   Número           ‹ +420221000000                  ›
   Troncal          ‹ prg-2                        ▼ ›
   Flujo            ‹ main                         ▼ ›
   Idioma           ‹ čeština                      ▼ ›
   Consulta previa  ‹ sin elegir                   ▼ ›

   [ Guardar ]   [ Descartar ]










────────────────────────────────────────────────────────────────────────────────
 un nombre corto, para órdenes y direcciones


 Ctrl-S guardar  F1 ayuda
