 cclite  Panel mural              Eva Ruiz  supervisión  ▲ 1  en vivo  14:32:07
  Todas las colas                                            dom 22 nov   14:32

 ┌─ EN ESPERA ──────┐┌─ MÁS ANTIGUA ────┐┌─ NS % ───────────┐┌─ LIBRES ────────┐
 │       ▀▀▀█       ││ ▀▀▀█ ▄ █▀▀▀ ▀▀▀█ ││ █▀▀▀ █▀▀█   █▀▀█ ││      ▄█         │
 │       █▀▀▀       ││  ▀▀█   ▀▀▀█ █▀▀▀ ││ █▀▀█ █▀▀█   █▀▀█ ││       █         │
 │       █▄▄▄       ││ ▄▄▄█ ▀ ▄▄▄█ █▄▄▄ ││ █▄▄█ █▄▄█ ▄ █▄▄█ ││      ▄█▄        │
 │                  ││                  ││                  ││                 │
 │ ● BIEN máx. 8    ││ ▲ CRÍT. máx. 1:00││ ▲ CRÍT. meta 80  ││ ● BIEN de 8     │
 └──────────────────┘└──────────────────┘└──────────────────┘└─────────────────┘
    Cola             En espera  Antigua        NS    Aband.  Lib.  Última hora
  ▲ Soporte N1               2     3:52    61,7 %     6,0 %     0  ▄▄▄▅▅▅▅▆▇▇█▇
  ◊ Soporte N2               0        –    78,8 %     2,9 %     1  ▅▅▅▅▅▃▃▃▃▃▃▃
  ● Facturación              0        –    83,9 %     3,1 %     1  █▄▄▄▄▄▄▄▄▄▄▄


 ───────────────────────────────────────────────────────────────────────────────
  Hoy: atendidas 503    abandonadas 27    espera máxima 6:14    TMO 5:02

  ▲ CRÍTICO  Soporte N1: 2 en espera, la más antigua 3:52, NS 61,7 %

  página 1 de 4                                                         en vivo

 → página siguiente  ← página anterior  : órdenes  ? ayuda
