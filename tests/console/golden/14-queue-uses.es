 cclite  Colas                     Dana Hill  administración  en vivo  14:32:07
 Colas │ Entradas │ Troncales │ Motivos de pausa │ Resultados │ Locuciones │ …
────────────────────────────────────────────────────────────────────────────────
   Cola▲          En cola    Espera     Lib.         NS  Estado
 ▌ billing              1      0:05        3   ● 83,9 %  ● abierta
   night                0         –        0          –  ● abierta
   sales-en             0         –        3   ● 86,4 %  ○ cerrada hasta 08:00
   support-1           11      3:52        0   ▲ 61,7 %  ● abierta
   support-2  ┌─ Qué lleva aquí ─────────────────────────────────┐
              │ ▌      flujo: main-menu                          │
── billing ───│        regla de enrutamiento: vip                │─ versión 3 ──
 Hoy        15│        regla del borrador: soon                  │83,9 %
 En cola    ▁▂│        salida: to-support                        │
 Salidas    – └──────────────────────────────────────────────────┘
 Nombre en español  Facturación          ... espera durante 0:30
 Nombre en checo    Fakturace            Máx. en espera     40
 Estrategia         más tiempo libre     ... reabre bajo    0
 Exige habilidades  –                    Espera máx.        10:00
 Uno más tras       0:10                 Desbordamiento     colgar
 Peso               10                   Desborde a         –
 Mismo agente, días 0                    Tiempo de timbre   0:20
 ... de otras colas no                   Cierre             durante un tiempo

 ↑↓ desplaza   Esc cierra
