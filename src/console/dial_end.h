/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number that was called and not reached is told, whatever is on the
   screen: nothing else would say why the agent has no call any more. */

#ifndef CONSOLE_DIAL_END_H
#define CONSOLE_DIAL_END_H

struct program;

/** A call was asked for, and the server has begun it. */
void dial_end_expect(struct program *program);

/** Looks at the agent's row: when such a call has gone without a wrap-up, the
 *  server is asked how it ended. Cheap; for each frame. */
void dial_end_look(struct program *program);

#endif
