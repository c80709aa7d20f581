/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody arranged on screens, from one run to the next. */

#ifndef CONSOLE_KEEPING_H
#define CONSOLE_KEEPING_H

#include "tui/ui.h"

/*
 * Columns left out and borders moved, in $XDG_STATE_HOME/cclite/layout: names
 * and numbers, no data. Where it cannot be read or written, screens are what
 * they are at first: nobody is bothered with it.
 */

/** Takes over what the file has. */
void keeping_load(struct ui *ui);

/** Writes it, if something is kept. */
void keeping_save(struct ui *ui);

#endif
