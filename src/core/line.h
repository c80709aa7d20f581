/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leg of a phone that stands between the calls: phone mode nailed_up. */

#ifndef CORE_LINE_H
#define CORE_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/state.h"

/*
 * The phone is called once its agent has logged in, and its leg stands until
 * the agent logs out. Whatever needs a leg of that phone (an offer, a call of
 * the agent's own, a colleague who asks, a recording to listen to) is lent the
 * standing one under a name of its own, and gives it back: all the rest of the
 * core knows nothing else than such legs. The standing one itself is
 *
 *   none     called as soon as agent and phone are there
 *   called   the phone rings, and may be picked up
 *   stands
 *   down     hung up, or not picked up: it is called again when the agent wants
 *            that or the phone comes back; where it was not the agent's will,
 *            also by itself, after 5 s, then 10 s, 20 s, ... up to 5 minutes
 *
 * While it is down nobody is available.
 */

/** Whether nothing uses a leg of the agent's phone, but for the standing one. */
bool line_is_idle(const struct desk_row *desk);

/** Whether a phone of that mode is not rung before its agent accepts. */
bool phone_waits(enum phone_mode mode);

/** Whether the agent's phone is of that mode. */
bool state_is_nailed_up(const struct state *state, uint64_t agent_id);

/** Whether the leg stands, or none is needed. */
bool state_has_line(const struct state *state, uint64_t agent_id);

/** An agent with something to do about the line; 0: none, or the server has
 *  stopped. O(log n). */
uint64_t state_next_line(const struct state *state);

#endif
