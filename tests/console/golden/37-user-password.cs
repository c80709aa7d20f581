 cclite  Uživatelé                         Dana Hill  správa  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy │ Dovednosti
────────────────────────────────────────────────────────────────────────────────
   Uživatel▲         Název             Oprávnění       Tým           Stav
 ▌ ana               Ana Nováková      operátor        t1-east       ● zapnuto
   ben               Ben Carter        operátor        –             ● zapnuto
   dana              Dana Hill         správa          –             ● zapnuto
   eva    ┌─ Nové heslo ─────────────────────────────────────── ana ─┐ zapnuto
   old.tem│▲▌ Nové heslo    ‹ •••••                          ›       │ vypnuto
          │                 Napište nejméně 8 znaků.                 │
          │▲  Ještě jednou  ‹                                ›       │
          │                 Vyplňte toto pole.                       │
          │                                                          │
── ana ───│   [ Nastavit heslo ]                                     │verze 4 ──
 Operátor └──────────────────────────────────────────────────────────┘
 Telefon    ● 2041, dosažitelný
 Práva      agent.see, queue.see, pause-reason.see, disposition.see, team.see,
            number.see, state.see; u vlastního: password.set, token.see,
            token.set, user.see, agent.watch, agent.command, queue.watch,
            contact.see, recording.see, recording.listen, voicemail.see, voice…
 Jazyk              čeština              E-mail na          –
 Místní účet        –                    ... časové pásmo   –

 Tab přechází   Enter nastaví   Esc nechá, jak je
