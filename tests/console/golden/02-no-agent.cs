 cclite  Operátor                             Eva Ruiz   ▲ 2  živě     14:32:07

 Nejste operátor, takže sem žádné hovory nechodí.



















 ◊ Nejste operátor. Správce vás může přidat: cclite agent add
 s stav  : příkazy  ? nápověda
