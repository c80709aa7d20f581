/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of all that can be configured. */

#ifndef CONSOLE_SETTINGS_MENU_H
#define CONSOLE_SETTINGS_MENU_H

#include "console/program.h"

/** Opens it over any screen; what may not be seen says why. Returns 0, -ENOMEM
 *  or -ENOSPC. */
int settings_menu_open(struct program *program);

#endif
