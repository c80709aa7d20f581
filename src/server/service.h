/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whoever started the server is told of its life: sd_notify(3). */

#ifndef SERVER_SERVICE_H
#define SERVER_SERVICE_H

/*
 * systemd gives a service of Type=notify a socket by the name of NOTIFY_SOCKET,
 * and with WatchdogSec= restarts one that stays silent for so long. Started by
 * anybody else, nothing is said.
 */

/**
 * Opens the way to it, once, so that it is there when descriptors run out.
 *
 * @return a descriptor for service_tell(), to be closed; -1: nobody listens
 */
int service_open(void);

/**
 * Says something, such as "READY=1"; never waits, and nobody minds if it is
 * lost.
 *
 * @param fd     of service_open(); -1: nothing is said
 * @param words  one assignment of sd_notify(3)
 */
void service_tell(int fd, const char *words);

#endif
