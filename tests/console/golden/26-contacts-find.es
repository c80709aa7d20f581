 cclite  Contactos             Eva Ruiz   ● DISPONIBLE 1:12   en vivo  14:32:07
   Cuándo         Quien llama    Cola     Agente       Esp.  Hablado  Final
 ▌◄22 nov 14:30   "Marta Ibáñe…  Soport…               1:14           esperando
 ► 22 nov 14:25   +420720555907           Priya N…              6:12  en llama…
 ◄ 22 nov ┌─ Buscar contactos ───────────────────────────────────────┐abandona…
 ◄ 22 nov │◊▌ Desde el día        ‹ 2026-11-22     ›                 │colgó el…
 ◄ 21 nov │   Desde las           ‹          ›                       │el teléf…
 ◄ 20 nov │   Hasta el día        ‹                ›                 │fin del …
          │   Hasta las           ‹          ›                       │
          │   Cola                ‹ cualquiera             ▼ ›       │
          │   Agente              ‹ cualquiera             ▼ ›       │
          │   Etiqueta            ‹                      ›           │
          │   Número del cliente  ‹                      ›           │
          │   Número llamado      ‹                      ›           │
          │   Esperó más de       ‹            ›                     │
          │                                                          │
          │   [ Buscar ]                                             │
── Contact└──────────────────────────────────────────────────────────┘perando ──
 Número      +34612555018                Cola        Soporte N2
 Llamó al    +442079460000               Agente
 Etiquetas   vip es
 6, no hay más

 Tab mueve   Enter busca   Esc deja todo como está
