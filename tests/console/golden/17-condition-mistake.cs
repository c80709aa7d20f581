 cclite  … › vip › Podmínka                Dana Hill  správa  živě     14:32:07
── Podmínka ────────────────────────────────────────────────────────────────────
  vše z
     caller in vip
▌    hour >
     něco z
        queue(support).waiting < 5
        hour >= 18






── Na co se lze ptát ───────────────────────────────────────────────────────────
 Znak 7: Pokračujte: zde chybí, co se má porovnat.
 caller                     volající číslo; "", když je skryté
 called                     volané číslo
 trunk                      název trunku, kterým hovor přišel; "", když žádným
 entry                      název vstupu, který obsluhuje volané číslo
 language                   jazyk kontaktu: "en", "es" nebo "cs"
 hour                       hodina, 0 až 23

 Enter uchovat  Tab doplnit  Esc zavřít  F1 nápověda
