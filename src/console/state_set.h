/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the server to change the agent's own state. */

#ifndef CONSOLE_STATE_SET_H
#define CONSOLE_STATE_SET_H

#include "console/program.h"

/** Makes the agent ready, has them pause, or go off duty; whoever is off duty
 *  logs in first. In a call it is what follows, which may come late
 *  (console/unsent.h); state_cancel() takes it back. */
void state_ready(struct program *program);
void state_pause(struct program *program, uint64_t reason_id);
void state_off(struct program *program);
void state_cancel(struct program *program);

/**
 * Changes it by a word: "ready", "offline", "cancel", or the name of a
 * pause reason.
 *
 * @return whether there is such a state
 */
bool state_set(struct program *program, const char *name);

#endif
