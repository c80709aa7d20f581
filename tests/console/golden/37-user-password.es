 cclite  Usuarios                                 Dana Hill   en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Equipos
────────────────────────────────────────────────────────────────────────────────
   Usuario▲          Nombre            Rol             Equipo        Estado
 ▌ ana               Ana Nováková      agente          t1-east       ● activa
   ben               Ben Carter        agente          –             ● activa
   dana              Dana Hill         administración  –             ● activa
   eva    ┌─ Contraseña nueva ───────────────────────────────── ana ─┐ activa
   old.tem│▲▌ Contraseña nueva  ‹ •••••                          ›   │ inactiva
          │                     Escriba al menos 8 caracteres.       │
          │▲  Otra vez          ‹                                ›   │
          │                     Rellene este campo.                  │
          │                                                          │
          │   [ Fijar contraseña ]                                   │
          └──────────────────────────────────────────────────────────┘





── ana ──────────────────────────────────────────────────────────── versión 4 ──
 Idioma             čeština              Cuenta local       –

 Tab mueve   Enter la fija   Esc la deja como está
