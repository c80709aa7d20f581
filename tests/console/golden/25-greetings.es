 cclite  … › Saludos     Eva Ruiz   bv 4  ● DISPONIBLE 1:12   en vivo  14:32:07
   Buzón           Saludo            en   es   cs   Dice
 ▌ Support         normal            +    +    !    You have reached our suppo…
   Support         nadie está libre  –    –    –    como el normal
   Support         cerrada           +    +    +    We are closed now. You may…
   Support         festivo           +    !    !    grabada
   Sales es        normal            –    –    –    el del servidor
   Sales es        nadie está libre  –    –    –    como el normal
   Sales es        cerrada           –    –    –    como el normal
   Sales es        festivo           !    +    !    Estamos de vacaciones.





── normal ─────────────────────────────────────────────────── box-31-standard ──
 You have reached our support. Please leave your name, your number and what it
 is about.



 8, no hay más

 l escuchar  R grabar por teléfono  t con texto  h días  d quitar  ? ayuda
