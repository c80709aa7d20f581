 cclite  Operátor               ● VOLNO 4:12        živě
 Žádný hovor. Od 80×24 je vidět víc.













 s stav  : příkazy  ? nápověda
