 cclite                                                                14:32:07





          ┌─ Zamčeno ────────────────────────────────────────── ana ─┐
          │                                                          │
          │  ▲ ZVONÍ 0:06                                            │
          │  Zvoní volání. Pro přijetí odemkněte.                    │
          │                                                          │
          │  ▌ Heslo  ‹                                            › │
          │                                                          │
          │    [ Odemknout ]                                         │
          │                                                          │
          │                                                          │
          │  Zamčeno: nejdřív odemkněte, nebo použijte telefon.      │
          └──────────────────────────────────────────────────────────┘






