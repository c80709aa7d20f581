 cclite  … › Versiones             Dana Hill  administración  en vivo  14:32:07
         7  dom 22 nov   14:00  dana
▌        6  sáb 21 nov   14:00  dana                 Publicado
         5  vie 20 nov   14:00  oto                  Publicado





── De esta versión al borrador ─────────────────────────────────────────────────
 ...
        "y": 3,
        "label": "Sales EN",
        "queue": "sales-en",
 -      "priority": 50
 +      "priority": 20
      },
      {
        "name": "language",
 ...
        "x": 86,
        "y": 8,

 g volver a esta versión  : órdenes  ? ayuda
