 cclite  … › Quién atiende qué     Dana Hill  administración  en vivo  14:32:07
── Quién atiende qué ───────────────────────────────────────────── Cambios: 0 ──
  Agente            support-1 support-2  sales-en   billing     night
  Ana Nováková              1         -         -         -         -
  Ben Carter                -         -         -        10         -
  Petr Dvořák               2         -         -         1         -
  Ben Carter      ┌─ Atenderla tras una espera de ───────────┐      -
                  │ ▌   1  sin espera                        │
                  │     2  10 segundos                       │
                  │     3  20 segundos                       │
                  │     4  30 segundos                       │
                  │     5  un minuto                         │
                  │     6  dos minutos                       │
                  │     7  cinco minutos                     │
                  │     8  diez minutos                      │
── Cobertura ─────│     9  media hora                        │que la atienden ──
 support-1     ███└──────────────────────────────────────────┘
 support-2     ░░░░░░░░ 0
 sales-en      ░░░░░░░░ 0
 billing       ██░░░░░░ 1

 1-9 fijan la prioridad   + - antes, más tarde   . ya no

 letra o Enter elige   Esc cierra
