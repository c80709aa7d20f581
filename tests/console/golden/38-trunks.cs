 cclite  Linky                               Dana Hill   ▲ 1  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Linky │ Čísla │ Pauzy │ Výsledky
────────────────────────────────────────────────────────────────────────────────
   Krátký náz…  Adresa       Přenos       Kanály       Odchozí     Teď
 ▌ prg-2        192.0.2.14…  udp          40           ano         0 hovorů









── prg-2 ───────────────────────────────────────────────────────────────────────
 Krátký název       prg-2                Zobrazené číslo    +420222555000
 Adresa             192.0.2.14:5061      Kontrola           30s
 Přenos             udp
 Kanály             40
 Odchozí            ano
 Předvolby          +420 +44
 Pořadí             1

 e upravit  a přidat  d smazat  m operátoři  p heslo  / filtr  ? nápověda
