 cclite  … › Quién atiende qué     Dana Hill  administración  en vivo  14:32:07
── Quién atiende qué ───────────────────────────────────────────── Cambios: 2 ──
  Equipo            support-1 support-2  sales-en   billing     night
  t1-east            ◊  2+30s  ◊      3         -         -         -











── Cobertura ───────────────────────────────────── conectados que la atienden ──
 support-1     ████░░░░ 2       night         ░░░░░░░░ 0
 support-2     ██░░░░░░ 0 > 1
 sales-en      ░░░░░░░░ 0
 billing       ██░░░░░░ 1

 1-9 fijan la prioridad   + - antes, más tarde   . ya no

 + antes  - más tarde  d retardo  m agentes  Ctrl-S guardar  . ninguno  ? ayuda
