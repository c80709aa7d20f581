/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers that a caller list has. */

#ifndef CONSOLE_CALLER_NUMBERS_H
#define CONSOLE_CALLER_NUMBERS_H

#include "console/program.h"

/**
 * Opens the numbers of a caller list over the lists, and asks for them: page
 * by page, as far as one goes. They are as they were asked for last, since no
 * topic tells them.
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int caller_numbers_open(struct program *program, uint64_t list_id);

/** The reason function of its keys. */
bool caller_numbers_may(const void *program, int action,
                        struct safe_text *ret_reason);

#endif
