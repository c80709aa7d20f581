 cclite  Operátor  Ana Nováko…  ● VOLNO 4:12        živě
 Žádný hovor. Od 80×24 je vidět víc.













 n zavolat na číslo  s stav  : příkazy  ? nápověda
