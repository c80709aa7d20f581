/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recordings: found, looked at, listened to, fetched and deleted. */

#ifndef CONSOLE_RECORDINGS_H
#define CONSOLE_RECORDINGS_H

#include "console/program.h"

/** Puts it in place of all screens. @return 0 or -ENOMEM */
int recordings_open(struct program *program);

/** The reason function of its rows in key.def (struct action). */
bool recordings_may(const void *program, int action,
                    struct safe_text *ret_reason);

#endif
