/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popup to send a caller elsewhere, at once or after having asked. */

#ifndef CONSOLE_TRANSFER_H
#define CONSOLE_TRANSFER_H

#include "console/program.h"

/** Opens it. Returns 0, -ENOMEM or -ENOSPC. */
int transfer_push(struct program *program);

/**
 * Sends the caller without it: "queue sales", "agent ben", "flow main",
 * "number +44...".
 *
 * @return whether there is such a place
 */
bool transfer_send(struct program *program, const char *words);

/** The same for whom the agent asks first: "agent ben", "number +44...". */
bool transfer_consult(struct program *program, const char *words);

#endif
