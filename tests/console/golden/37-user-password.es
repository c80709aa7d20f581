 cclite  Usuarios                  Dana Hill  administración  en vivo  14:32:07
 Usuarios │ Agentes │ Teléfonos │ Equipos │ Habilidades
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
── ana ───│   [ Fijar contraseña ]                                   │rsión 4 ──
 Agente   └──────────────────────────────────────────────────────────┘
 Teléfono   ● 2041, localizable
 Permisos   agent.see, queue.see, pause-reason.see, disposition.see, team.see,
            number.see, state.see; de lo propio: password.set, token.see,
            token.set, user.see, agent.watch, agent.command, queue.watch,
            contact.see, recording.see, recording.listen, voicemail.see, voice…
 Idioma             čeština              Correo a           –
 Cuenta local       –                    ... zona horaria   –

 Tab mueve   Enter guarda   Esc no cambia nada
