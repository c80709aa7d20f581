 cclite  Fronty › billing                  Dana Hill  správa  živě     14:32:07
 Obecné │ Rozdělování │ Zápis │ Odstup po nabídce │ Volající │ Nahrávka │ …
   Krátký název          ‹ billing                        ›
   Název                 ‹ Billing                        ›
   Název španělsky       ‹ Facturación                    ›
   Název česky           ‹ Fakturace                      ›
── Ro┌─ ▲ Neuloženo ──────────────────────────────────────── střet úprav ─┐─────
   St│ Mezitím to uložil někdo jiný.                                      │
   Po│                                                                    │    ›
   Da│ Pole             mé               cizí             bylo            │
   Vá│ Max. čekajících  405              60               40              │
   Tý│ Doba zvonění     –                0:18             0:20            │
   ..│                                                                    │
   ..│ (•) nechat má pole a ostatní převzít                               │
◊▌ Ma│ ( ) nechat vše, jak to mám já                                      │
   ..│ ( ) nechat cizí a mé zahodit                                       │
── Co└────────────────────────────────────────────────────────────────────┘na ──
 Max. čekajících 40 → 405
 Operátorů: 9, z toho přihlášeno: 9. Čekajících volání: 1.
────────────────────────────────────────────────────────────────────────────────
 kolik jich smí čekat; další se do fronty nepřijme


 ↑↓ vybírá   Enter použije   Esc zpět do formuláře
