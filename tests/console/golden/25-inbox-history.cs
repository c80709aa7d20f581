 cclite  … › Zpráva 81   Eva Ruiz   hs 4  ● VOLNO 1:13        živě     14:32:08
── Co se s ní dělo ─────────────────────────────────────────────────────────────
   Kdy                Co                     Kdo         Operátor     Schránka
 ▌ ne 22. 11. 14:31   přidělena              root-user   Ben Carter
   ne 22. 11. 14:26   vyslechnuta telefonem  eva
   ne 22. 11. 14:21   zanechána              volající                 support

















 r načíst znovu  : příkazy  ? nápověda
