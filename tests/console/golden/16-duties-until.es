 cclite  … › Quién atiende qué     Dana Hill  administración  en vivo  14:32:07
── Quién atiende qué ───────────────────────────────────────────── Cambios: 0 ──
  Agente            support-1 support-2  sales-en   billing     night
  Ana Nováková              1         -         -         -         -
  Ben Carter                -         -         -        10         -
  Petr Dvořák               2         -         -         1         -
  Ben Carter                -         -         -         -         -
          ┌─ Atenderla hasta ────────────────────────────────────────┐
          │   Hasta el día  ‹                ›                       │
          │ ▌ Hasta las     ‹          ›                             │
          │                                                          │
          │   [ Fijar ]                                              │
          │                                                          │
          │                                                          │
          └──────────────────────────────────────────────────────────┘
── Cobertura ───────────────────────────────────── conectados que la atienden ──
 support-1     ████░░░░ 2       night         ░░░░░░░░ 0
 support-2     ░░░░░░░░ 0
 sales-en      ░░░░░░░░ 0
 billing       ██░░░░░░ 1

 1-9 fijan la prioridad   + - antes, más tarde   . ya no

 Solo la hora: la próxima vez que llegue   Esc lo deja
