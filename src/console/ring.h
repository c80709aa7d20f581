/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be heard: a call that rings, and an alarm. */

#ifndef CONSOLE_RING_H
#define CONSOLE_RING_H

#include "console/program.h"

/** Wishes for the bell, a note and the window's title, as things are now. After
 *  all news. */
void ring_look(struct program *program);

#endif
