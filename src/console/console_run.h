/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The console in the terminal of this process. */

#ifndef CONSOLE_CONSOLE_RUN_H
#define CONSOLE_CONSOLE_RUN_H

#include "console/console_wishes.h"

/**
 * Runs until somebody leaves, or the terminal goes away. Whoever is not signed
 * in is asked for a name and a password.
 *
 * @return 0, or
 *     -ENOENT   there is no such screen
 *     -EACCES   linear mode, and nobody is signed in
 *     -ENOTTY   there is no terminal, or it cannot address its cursor
 *     -ENOMEM, or what the system says
 */
int console_run(const struct console_wishes *wishes);

#endif
