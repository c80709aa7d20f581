 cclite  IVR › main-menu › Verze           Dana Hill  správa  živě     14:32:07
         7  ne 22. 11.   14:00  dana
▌        6  so 21. 11.   14:00  dana                 Zveřejněno
         5  pá 20. 11.   14:00  oto                  Zveřejněno





── Od této verze ke konceptu ───────────────────────────────────────────────────
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

 g zpět k této verzi  : příkazy  ? nápověda
