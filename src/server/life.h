/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of a server's life. */

#ifndef SERVER_LIFE_H
#define SERVER_LIFE_H

#include "server/server.h"

/**
 * Opens all that a server has, and serves. What fails is logged.
 *
 * @return 0 or a negative errno; server_close() in either case
 */
int server_open(struct server *server);

/** Closes what is open, and waits for the last events to reach the disk. */
void server_close(struct server *server);

/** Takes SIGTERM, SIGINT and SIGHUP by the loop. @return 0 or negative errno */
int server_watch_signals(struct server *server);

#endif
