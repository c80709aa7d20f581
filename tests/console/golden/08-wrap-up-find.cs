 cclite  Zápis         Ana Nováková 2041  ◊ ZÁPIS 0:21        živě     14:32:07
── Hovor skončil 14:31:46 ──────────────────────────────────────────────────────
 +447700900123       "J OKAFOR"          Podpora 1         zavěsil volající
── Výsledek ───────────────────────────────────────────────────────── povinné ──
     Nic se tak nejmenuje.






 Zavolat zpět  nikomu
── Poznámky ─────────────────────────────────────────── čeká 12, nejdéle 3:52 ──







 Zbývá  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░    0:39
 Až uplyne: uloží se bez výsledku a máte volno.
 / wai
 Enter uložit, volno  w uložit, pauza  e přidat čas  b zavolat zpět  ? nápověda
