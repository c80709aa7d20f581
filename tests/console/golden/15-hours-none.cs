 cclite  … › support-2 › Otevírací doba    Dana Hill  správa  živě     14:32:07
 … Volající │ Nahrávka │ Práva │ Zpět. volání │ Východiska │ Otevírací doba │ …
── Kalendáře, které platí ────────────────────────────────────────── otevřená ──
   Zpět se volá v kteroukoli hodinu a žádné pravidlo, které sem vede, se
   kalendáře neptá. Scénář se ptát může: ukáže to jeho obrázek.


















 c kalendář zpětných volání  e upravit kalendář  Ctrl-S uložit  ? nápověda
