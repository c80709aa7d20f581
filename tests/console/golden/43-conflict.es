 cclite  Colas › billing           Dana Hill  administración  en vivo  14:32:07
   Nombre corto             ‹ billing                        ›
   Nombre                   ‹ Billing                        ›
   Nombre en español        ‹ Facturación                    ›
   Nombre en checo          ‹ Fakturace                      ›
── Distribución ────────────────────────────────────────────────────────────────
   Es┌─ ▲ Sin guardar ───────────────────────────── conflicto de edición ─┐
   Ha│ Alguien guardó esto mientras usted lo editaba.                     │    ›
   Un│                                                                    │
   Pe│ Campo            mío              suyo             antes           │
   Mi│ Máx. en espera   405              60               40              │
   ..│ Tiempo de timbre –                0:18             0:20            │
   ..│                                                                    │
◊▌ Má│ (•) dejar mis campos y tomar los demás de allí                     │
   Es│ ( ) dejarlo todo como lo tengo                                     │
   De│ ( ) dejar lo suyo y descartar lo mío                               │
── Qu└────────────────────────────────────────────────────────────────────┘io ──
 Máx. en espera 40 → 405
 Agentes: 9, con sesión: 9. Llamadas en espera: 1.
────────────────────────────────────────────────────────────────────────────────
 cuántos pueden esperar; al siguiente no se le admite en la cola


 ↑↓ elige   Enter aplica   Esc vuelve al formulario
