 cclite  … › Uvítání     Eva Ruiz   hs 4  ● VOLNO 1:12        živě     14:32:07
   Schránka        Uvítání           en   es   cs   Říká
 ▌ Support         běžné             +    +    !    You have reached our suppo…
   Support         nikdo není volný  –    –    –    jako běžné
   Support         zavřená           +    +    +    We are closed now. You may…
   Support         svátek            +    !    !    nahráno
   Sales es        běžné             –    –    –    výchozí ze serveru
   Sales es        nikdo není volný  –    –    –    jako běžné
   Sales es        zavřená           –    –    –    jako běžné
   Sales es        svátek            !    +    !    Estamos de vacaciones.





── běžné ──────────────────────────────────────────────────── box-31-standard ──
 You have reached our support. Please leave your name, your number and what it
 is about.



 8, to je vše

 l poslechnout  R nahrát telefonem  t z textu  h dny  d odebrat  ? nápověda
