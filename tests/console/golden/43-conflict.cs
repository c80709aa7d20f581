 cclite  Fronty › billing                  Dana Hill  správa  živě     14:32:07
   Krátký název            ‹ billing                        ›
   Název                   ‹ Billing                        ›
   Název španělsky         ‹ Facturación                    ›
   Název česky             ‹ Fakturace                      ›
── Rozdělování ─────────────────────────────────────────────────────────────────
   St┌─ ▲ Neuloženo ──────────────────────────────────────── střet úprav ─┐
   Po│ Mezitím to uložil někdo jiný.                                      │    ›
   Da│                                                                    │
   Vá│ Pole             mé               cizí             bylo            │
   St│ Max. čekajících  405              60               40              │
   ..│ Doba zvonění     –                0:18             0:20            │
   ..│                                                                    │
◊▌ Ma│ (•) nechat má pole a ostatní převzít                               │
   Ma│ ( ) nechat vše, jak to mám já                                      │
   Př│ ( ) nechat cizí a mé zahodit                                       │
── Co└────────────────────────────────────────────────────────────────────┘na ──
 Max. čekajících 40 → 405
 Operátorů: 9, z toho přihlášeno: 9. Čekajících volání: 1.
────────────────────────────────────────────────────────────────────────────────
 kolik jich smí čekat; další se do fronty nepřijme


 ↑↓ vybírá   Enter použije   Esc zpět do formuláře
