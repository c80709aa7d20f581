/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The locked screen: nothing is seen and nothing done until a password comes. */

#ifndef CONSOLE_LOCK_H
#define CONSOLE_LOCK_H

#include "console/program.h"

/*
 * Who is signed in types their password; the server judges it as at any
 * sign-in, with its waits after wrong ones. The session that this makes there
 * is ended at once, unless ours has ended meanwhile: then it takes its place.
 * Calls go on; one that rings is told of, without any name.
 */

enum { LOCK_ADMIN_US = 600000000 };

/** Takes the preference: auto, never, or minutes. */
void lock_prefer(struct program *program, const char *choice);

/** Locks it when nobody has pressed a key for as long as that, and no call is
 *  on. Once a second. */
void lock_tick(struct program *program);

/** Locks the screen. @return 0, -ENOMEM or -ENOSPC */
int lock_push(struct program *program);

/** The reason function of its row in key.def (struct action). */
bool lock_may(const void *program, int action, struct safe_text *ret_reason);

#endif
