 cclite  Usuarios › ana            Dana Hill  administración  en vivo  14:32:07
── Sesiones ────────────────────────────────────────────────────────────────────
      Sesión▲ Abierta               Válida hasta          Esta
 ▌        11  dom 22 nov 07:32      dom 22 nov 19:32
          12  vie 20 nov 14:32      dom 20 dic 14:32
          15  dom 22 nov 14:31      lun 23 nov 02:32      sí


          ┌─ ▲ Terminar sesión ──────────────────────────────────────┐
          │ ana                                                      │
          │ dom 22 nov 07:32                                         │
          │ Su consola se cierra en el acto; la llamada sigue.       │
          │                                                          │
          │ [ No ]    [ Terminar ]                                   │
          └──────────────────────────────────────────────────────────┘








 Tab mueve   Enter pulsa   Esc es No
