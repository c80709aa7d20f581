/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that keeps what waits to be sent. */

#ifndef CONSOLE_UNSENT_FILE_H
#define CONSOLE_UNSENT_FILE_H

#include "console/program.h"

/** Fills the outbox, which is empty, with what program->outbox_agent_id left
 *  for this server; without a file, or a good one, it stays empty. */
void unsent_file_read(struct program *program);

/** Keeps the outbox if it is another than the one kept; an empty one is no
 *  file, and neither is one that a live connection has only just been given.
 *  What fails is said once for each change. */
void unsent_file_write(struct program *program);

#endif
