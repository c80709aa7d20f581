/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear mode on the standard input and output. */

#ifndef CONSOLE_LINEAR_RUN_H
#define CONSOLE_LINEAR_RUN_H

#include "console/console_wishes.h"

/**
 * Runs until somebody types quit or the input ends. It needs no terminal.
 *
 * @return 0; -EACCES: nobody is signed in; or as console_run()
 */
int linear_run(const struct console_wishes *wishes);

#endif
