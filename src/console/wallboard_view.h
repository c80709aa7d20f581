/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wallboard as a screen that goes on by itself. */

#ifndef CONSOLE_WALLBOARD_VIEW_H
#define CONSOLE_WALLBOARD_VIEW_H

#include "console/program.h"

/** Puts it in place of all other screens. @return 0, -ENOMEM or -ENOSPC */
int wallboard_open(struct program *program);

#endif
