/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every action by name, by key and by its command. */

#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "tui/ui.h"

/** Opens the palette; before anything is typed, what was chosen in it last is
 *  first. Returns 0, -ENOMEM or -ENOSPC. */
int palette_push(struct ui *ui);

/**
 * Whether an action answers to what was typed: each word of it begins a word
 * of the action's name or command, or is the name of its key.
 */
bool palette_matches(enum language language, const struct action *action,
                     const char *typed);

#endif
