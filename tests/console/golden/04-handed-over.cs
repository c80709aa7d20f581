 cclite  Operátor      Ana Nováková 2041  ▲ ZVONÍ 0:06        živě     14:32:07
┌─ ▲ PŘÍCHOZÍ ────────────────────────────────────────────── zvoní ještě 14 s ─┐
│ +447700900123       "J OKAFOR"               Podpora 1                       │
│ volané číslo +442079460311   čeká 2:09                                       │
│ answer › language [1] › technical [3] › support                              │
│ ◊ login loop after reset, ID checked                                         │
│ F2 přijme hovor: telefon se zvedne sám.                                      │
│ █████████████████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░ │
└──────────────────────────────────────────────────────────────────────────────┘
── Dřívější kontakty z tohoto čísla ────────────────────────────────────────────
 so 21. 11.   16:02 Podpora 1    ben        Login / passwo… Reset link sent
 st 18. 11.   09:41 Fakturace    Ana Novák… zavěsil operát… Invoice 88301 resent
 pá 13. 11.   11:15 Prodej EN               zavěšeno při č…










 a přijmout  k odmítnout  : příkazy  ? nápověda
