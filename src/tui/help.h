/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All keys that hold here, from the key table; what cannot be done says why. */

#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "tui/ui.h"

/** Opens the help; typing searches it. Returns 0, -ENOMEM or -ENOSPC. */
int help_push(struct ui *ui);

#endif
