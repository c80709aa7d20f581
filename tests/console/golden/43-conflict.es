 cclite  Colas › billing           Dana Hill  administración  en vivo  14:32:07
 Generales │ Distribución │ Cierre │ Descanso tras una oferta │ …
   Nombre corto             ‹ billing                        ›
   Nombre                   ‹ Billing                        ›
   Nombre en español        ‹ Facturación                    ›
   Nombre en checo          ‹ Fakturace                      ›
── Di┌─ ▲ Sin guardar ───────────────────────────── conflicto de edición ─┐─────
   Es│ Alguien guardó esto mientras usted lo editaba.                     │
   Ex│                                                                    │    ›
   Un│ Campo            mío              suyo             antes           │
   Pe│ Máx. en espera   405              60               40              │
   Mi│ Tiempo de timbre –                0:18             0:20            │
   ..│                                                                    │
   ..│ (•) dejar mis campos y tomar los demás de allí                     │
◊▌ Má│ ( ) dejarlo todo como lo tengo                                     │
   ..│ ( ) dejar lo suyo y descartar lo mío                               │
── Qu└────────────────────────────────────────────────────────────────────┘io ──
 Máx. en espera 40 → 405
 Agentes: 9, con sesión: 9. Llamadas en espera: 1.
────────────────────────────────────────────────────────────────────────────────
 cuántos pueden esperar; al siguiente no se le admite en la cola


 ↑↓ elige   Enter aplica   Esc vuelve al formulario
