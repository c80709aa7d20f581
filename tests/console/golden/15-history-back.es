 cclite  … › support-2: Historial  Dana Hill  administración  en vivo  14:32:07
         3  dom 22 nov   14:00  dana                 Tiempo de timbre
▌        2  sáb 21 nov   14:00  oto                  Máx. en espera, Desbordami…
         1  vie 13 nov   14:00  dana                 Nombre corto, Nombre, Nomb…




          ┌─ ▲ Volver a esta versión ────────────────────────────────┐
── Lo que │ support-2                                                │──────────
 - Tiempo │ Las llamadas que lleguen desde ahora se rigen por ella.  │
 + Tiempo │                                                          │
          │ [ No ]    [ Volver ]                                     │
          └──────────────────────────────────────────────────────────┘









 Tab mueve   Enter pulsa   Esc es No
