/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of those who are to be called back. */

#ifndef CONSOLE_CALLBACKS_H
#define CONSOLE_CALLBACKS_H

#include "console/program.h"

/** Puts it in place of all others. Returns 0 or -ENOMEM. */
int callbacks_open(struct program *program);

/** The reason function of its keys. */
bool callbacks_may(const void *program, int action,
                   struct safe_text *ret_reason);

#endif
