/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key table of the console, as the toolkit wants it. */

#ifndef CONSOLE_KEY_TABLE_H
#define CONSOLE_KEY_TABLE_H

#include "tui/action.h"

/** All rows; they live for ever. Their reasons want a struct program. */
struct action_table key_table(void);

#endif
