 cclite  Listas de llamantes       Dana Hill  administración  en vivo  14:32:07
 Reglas de enrutamiento │ Horario │ Listas de llamantes
────────────────────────────────────────────────────────────────────────────────
   Lista▲                  Nombre                            Números  Prefijo
 ▌ blocked                 –                                       3  –
   vip                     Gold customers                       1204  44


       ┌─ Números de un archivo ────────────────────────────── blocked ─┐
       │◊▌ Archivo  ‹ /tmp/vip.csv                                 ›    │
       │                                                                │
       │   [ Enviar ]                                                   │
       │                                                                │
       └────────────────────────────────────────────────────────────────┘






── blocked ──────────────────────────────────────────────────────── versión 1 ──
 Resumen            111111111111111111…

 Enter envía el archivo   Esc lo deja todo como está
