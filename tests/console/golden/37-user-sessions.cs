 cclite  Uživatelé › ana                   Dana Hill  správa  živě     14:32:07
── Relace ──────────────────────────────────────────────────────────────────────
      Relace▲ Přihlášení            Platí do              Tato
          11  ne 22. 11. 07:32      ne 22. 11. 19:32
 ▌        12  pá 20. 11. 14:32      ne 20. 12. 14:32
          15  ne 22. 11. 14:31      po 23. 11. 02:32      ano

















 d ukončit relaci  r načíst znovu  : příkazy  ? nápověda
