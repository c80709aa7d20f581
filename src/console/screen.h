/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens one can go to. */

#ifndef CONSOLE_SCREEN_H
#define CONSOLE_SCREEN_H

#include "console/program.h"
#include "console/screen_name.h"

/** The screen an action leads to; -ENOENT. */
int screen_of_action(int action);

/** The reason function of the rows that lead to screens (struct action). */
bool screen_may(const void *program, int action, struct safe_text *ret_reason);

/** The first one that suits who is signed in. */
enum screen screen_first(const struct program *program);

/**
 * Puts a screen in place of all others.
 *
 * @return 0; -EPERM: see screen_may(); -EBUSY: what was typed in a form is
 *         stored nowhere; or -ENOMEM
 */
int screen_open(struct program *program, enum screen screen);

#endif
