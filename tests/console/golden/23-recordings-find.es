 cclite  Grabaciones           Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
   Cuándo            Duración  Agente       Quien llama    Cola        Estado
 ▌ dom 22 nov 14:31         –  Ben Carter   "J OKAFOR"     Soporte N1  en curso
   dom 22 nov 14:02      6:12  Ben Carter   "FENWICK & C…  Soporte N1  guardada
   dom 22 ┌─ Buscar grabaciones ─────────────────────────────────────┐ guardada
   dom 22 │◊  Desde el día        ‹ 22/11/2026     ›                 │ guardada
   sáb 21 │◊  Desde las           ‹ 09:05    ›                       │ guardada
   sáb 21 │▲▌ Hasta el día        ‹ 22 Nov         ›                 │ guardada
   sáb 21 │                       Indique un día, como 22/11/2026.   │ perdida
          │   Hasta las           ‹          ›                       │
          │   Agente              ‹ cualquiera             ▼ ›       │
          │   Cola                ‹ cualquiera             ▼ ›       │
── Grabaci│   Estado              ‹ cualquiera             ▼ ›       │───── – ──
          │◊  Número del cliente  ‹ +4477                ›           │
 No hay fo│   Número llamado      ‹                      ›           │
          │◊  Más larga que       ‹ 1:00       ›                     │
 Quien lla│                                                          │
 Número   │   [ Buscar ]                                             │
 Llamó al └──────────────────────────────────────────────────────────┘
 Agente      Ben Carter                  Huecos      0:00 de pausa, 0:00 perdido
 Cola        Soporte N1                  Contacto    1312
 7, no hay más                                                 recientes primero

 Tab mueve   Enter busca   Esc deja todo como está
