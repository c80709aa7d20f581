 cclite  Devoluciones  Ana Nováková 2041  ● DISPONIBLE 4:12   en vivo  14:32:07
 Mías 3   Equipo 7   Atrasadas 1   Terminadas 2
   Hora       Falta  Quién          Número           Cola      Int.  Estado
 ▌▲14:20      -12 m  Hana Malá      +420602555118    Soporte…   2/3  reintento
 – 14:40        8 m  Marta Ibáñez   +34612555018     Ventas …   1/3  espera
 – 15:10┌─ Cuándo devolver la llamada ─────────────────────────────────┐era
        │   Cola      ‹ support-1                    ▼ ›               │
        │   Número    ‹ +420602555118        ›                         │
        │   Quién     ‹ Hana Malá                      ›               │
        │   Motivo    ‹ quota reset                              ›     │
        │ ▌ Día       ‹                ›                               │
        │   Hora      ‹          ›                                     │
        │   Llamo yo  [ ]                                              │
── Hana │                                                              │09–20 ──
 Pedida │   [ Guardar ]                                                │
 Motivo │ Sin día ni hora: por turno, desde ahora.                     │
 Número └──────────────────────────────────────────────────────────────┘
 Llama      Ana Nováková                Idioma     čeština

 Historial  …
── Para las próximas ocho horas ─────────────────────────────────────────── 3 ──
 14 ▁▁█▁   15 ▄▁▁▁   16 ▁▁▁▁   17 ▁▁▁▁   18 ▁▁▁▁   19 ▁▁▁▁   20 ▁▁▁▁   21 ▁▁▁▁

 Tab mueve   Enter pulsa el botón   Esc lo deja como está
