 cclite  … › support-2 › Otevírací doba    Dana Hill  správa  živě     14:32:07
 … Práva │ Zpět. volání │ Podle hodin │ Východiska │ Otevírací doba │ …
── Kalendáře, které platí ────────────────────────────────────────── otevřená ──
   Žádný kalendář ji nezavírá, zpět se volá v kteroukoli hodinu a žádné
   pravidlo, které sem vede, se kalendáře neptá. Scénář se ptát může: ukáže to
   jeho obrázek.

















 c otevírací doba  e upravit kalendář  Ctrl-S uložit  : příkazy  ? nápověda
