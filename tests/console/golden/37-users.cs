 cclite  Uživatelé                         Dana Hill  správa  živě     14:32:07
 Uživatelé │ Operátoři │ Telefony │ Týmy │ Dovednosti
────────────────────────────────────────────────────────────────────────────────
   Uživatel▲         Název             Oprávnění       Tým           Stav
 ▌ ana               Ana Nováková      operátor        t1-east       ● zapnuto
   ben               Ben Carter        operátor        –             ● zapnuto
   dana              Dana Hill         správa          –             ● zapnuto
   eva               Eva Ruiz          vedoucí         t1-east       ● zapnuto
   old.temp          Temp 2025         operátor        –             ○ vypnuto




── ana ────────────────────────────────────────────────────────────── verze 4 ──
 Operátor   ● ana, VOLNO, konzolí: 1
 Telefon    ● 2041, dosažitelný
 Práva      agent.see, queue.see, pause-reason.see, disposition.see, team.see,
            number.see, state.see; u vlastního: password.set, token.see,
            token.set, user.see, agent.watch, agent.command, queue.watch,
            contact.see, recording.see, recording.listen, voicemail.see, voice…
 Jazyk              čeština              E-mail na          –
 Místní účet        –                    ... časové pásmo   –

 a přidat  e upravit  c kopírovat  d smazat  p heslo  s relace  ? nápověda
