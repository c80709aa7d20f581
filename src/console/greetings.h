/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the boxes that one hears greet callers with. */

#ifndef CONSOLE_GREETINGS_H
#define CONSOLE_GREETINGS_H

#include "console/program.h"

/**
 * Opens the greetings over the inbox, and asks for them. They are as they were
 * asked for last: r asks anew, and so does each change made here, a popup that
 * closes, and for some minutes what is being recorded.
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int greetings_open(struct program *program);

/** The reason function of its keys. */
bool greetings_may(const void *program, int action,
                   struct safe_text *ret_reason);

/** The word for one, an N_() text: standard, nobody is free, closed, holiday. */
const char *greeting_text(enum box_greeting greeting);

#endif
