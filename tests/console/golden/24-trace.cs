 cclite  … › Trasování 1311    Eva Ruiz   ● VOLNO 1:12        živě     14:32:07
             Volající                         CC-Lite                 Telefon
14:02:07.000 |  ... What was older had to make room. (3)
14:02:07.000 |---- INVITE 192.0.2.7:5060 ---->|                                |
14:02:07.000 |<----- 100 Trying (INVITE) -----|                                |
14:02:07.004 |  * The call came in, and an entry led it to a flow. · main
14:02:07.004 |  > answer
14:02:07.009 |<------- 200 OK (INVITE) -------|                                |
14:02:07.031 |------------- ACK ------------->|                                |
14:02:12.200 |  * The call was offered to this agent. These were looked at: · s…
14:02:12.200 |  > ring · ben
14:02:12.201 |                                |- 2: INVITE SRTP 192.0.2.41: -->|
14:02:12.260 |                                |<- 2: 180 ·[2J|<--- BYE (INVI --|
14:02:16.100 |                                |<--- 2: 200 OK (INVITE) SRTP ---|
14:02:16.101 |                                |----------- 2: ACK ------------>|
14:02:16.150 |  * The talk began. · ben
14:02:16.150 |  * step_taken






 r načíst znovu  : příkazy  ? nápověda
