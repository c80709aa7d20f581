/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the message line says of an offer: that it rings, and how it ended. */

#ifndef CONSOLE_RING_TOLD_H
#define CONSOLE_RING_TOLD_H

#include "console/program.h"

/** Looks at the agent's row. That a call rings is said where the agent's screen
 *  is not, which shows it in a box; and how it ended, if nobody at this phone
 *  did it. What was said of one offer goes when the next one rings. After all
 *  news. */
void ring_told_look(struct program *program);

#endif
