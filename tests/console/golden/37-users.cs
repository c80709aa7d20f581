 cclite  Uživatelé                           Dana Hill   ▲ 1  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Linky │ Čísla │ Pauzy │ Výsledky
────────────────────────────────────────────────────────────────────────────────
   Krátký náz…  Název        Oprávnění    Jazyk        Povoleno    Teď
   eva          Eva Ruiz     supervisor   es           ano
 ▌ dana         Dana Hill    admin        en           ano
   ben.carter   Ben Carter   operátor     en           ano
   old.temp     Temp 2025    operátor     cs           ne






── dana ────────────────────────────────────────────────────────────────────────
 Krátký název       dana
 Název              Dana Hill
 Oprávnění          admin
 Jazyk              en
 Povoleno           ano
 Místní účet        1000
 Tým                –

 e upravit  a přidat  d smazat  m operátoři  p heslo  / filtr  ? nápověda
