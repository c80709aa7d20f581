/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that keeps what waits to be sent. */

#ifndef CONSOLE_UNSENT_FILE_H
#define CONSOLE_UNSENT_FILE_H

#include "console/program.h"

/*
 * Each console of an agent on this machine has a file of its own, named by a
 * place from 1, and a lock beside it as long as it lives. What the consoles
 * before left, in whatever place, is taken over by the first that comes.
 */
enum { UNSENT_PLACES = 4 };

/** Takes a place for program->outbox_agent_id, gives up the one before, and
 *  fills the outbox, which is empty, with what was left for this server. Says
 *  so where it is not the only console; without a place nothing is kept. */
void unsent_file_read(struct program *program);

/** Keeps the outbox if it is another than the one kept; an empty one is no
 *  file, and neither is one that a live connection has only just been given.
 *  What fails is said once for each change. */
void unsent_file_write(struct program *program);

/** Gives the place up: at the end, when what is kept is kept. */
void unsent_file_leave(struct program *program);

#endif
