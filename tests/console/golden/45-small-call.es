 cclite  Agente  Ana Nováková…  ■ EN LLAMADA 3:18   en vivo
 +447700900123       "J OKAFOR"               Soporte nivel…

── Notas, aún sin guardar ──────────────────────────────────
 Resent 14:30










 F3 retener  F4 silenciar  F8 colgar  Esc dejar  F1 ayuda
