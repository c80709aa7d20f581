 cclite  … › Quién sabe qué        Dana Hill  administración  en vivo  14:32:07
── Quién sabe qué ──────────────────────────────────────────────── Cambios: 0 ──
  Agente                   es       net   billing
  Ana Nováková             30        80         -
  Ben Carter                -         -         -
  Petr Dvořák              70         -         -
  Ben Carter                -         -       100








── Cobertura ───────────────────── conectados, con el nivel exigido, si no 50 ──
 es            ██░░░░░░ 1
 net           ██░░░░░░ 1
 billing       ░░░░░░░░ 0


 0-9 decenas   + - 5 más, menos   . ninguno   Espacio marca

 + más  - menos  Ctrl-S guardar  . ninguno  c copiar fila a marcados  ? ayuda
