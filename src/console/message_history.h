/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done with a message, when and by whom. */

#ifndef CONSOLE_MESSAGE_HISTORY_H
#define CONSOLE_MESSAGE_HISTORY_H

#include "console/program.h"

/**
 * Opens it over the inbox, and asks for it. It is as it was asked for last.
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int message_history_open(struct program *program, uint64_t message_id);

#endif
