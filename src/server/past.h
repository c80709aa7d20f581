/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What earlier starts left, given to whom it concerns. */

#ifndef SERVER_PAST_H
#define SERVER_PAST_H

#include "server/server.h"

/** Makes the workers, each with a reader of the store. @return 0 or -errno */
int past_open_jobs(struct server *server, unsigned threads, size_t waiting);

/**
 * Gives calls its devices, trunks, secrets, bindings and the dialogs to say BYE
 * to; gives web its secrets, tokens and kept answers. Before store_start().
 *
 * @return 0 or a negative errno
 */
int past_load(struct server *server);

/** Has the files of recordings that were left behind repaired or removed; after
 *  the start was decided. */
void past_finish_recordings(struct server *server);

#endif
