 cclite  … › blocked               Dana Hill  administración  en vivo  14:32:07
── Números ─────────────────────────────────────────────────────────── 3 de 3 ──
   Número
 ▌ +34612345678
   +441614960102
   +442079460018


          ┌─ Añadir un número ───────────────────────────── blocked ─┐
          │◊▌ Número  ‹ 0161 496 0102                        ›       │
          │                                                          │
          │   [ Añadir ]                                             │
          │                                                          │
          │                                                          │
          └──────────────────────────────────────────────────────────┘








 Enter lo añade, como +44 161 496 0102   Esc deja la lista como está
