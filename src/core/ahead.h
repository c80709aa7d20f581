/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom to dial before an agent is there: whose turn is near. */

#ifndef CORE_AHEAD_H
#define CORE_AHEAD_H

#include "core/state.h"

/*
 * A queue with callback_ahead dials whoever is to be called back without an
 * agent, who would only listen to it ring. Such a contact calls for no agent,
 * but keeps its place before those who do: an agent who comes free, and would
 * be taken for one of them, is reserved for it as if the queue did not dial
 * ahead, and picks up first. Were it dialled instead, the agent would be gone
 * to the younger one before it answers. Whom nobody but those who are to be
 * dialled wait for stays free, and whoever would have been offered is dialled,
 * as long as of those dialled already fewer could take the agents who are free
 * for it. Else it is dialled while
 *
 *   in flight + before + 1 <= floor(sum of p over the agents)
 *
 * In flight are those dialled ahead who ring, or have answered and wait, and
 * could take one of those agents; before are those of the line who go first and
 * are on offer to nobody. So nobody is dialled for an agent who is promised to
 * somebody else, and nobody's turn is jumped. p is, for an agent who has what is demanded and sees the queue, with L the time
 * that it usually rings (AHEAD_RING_US):
 *
 *   1                  free; or the after-call work is over by itself within L
 *   (L - w) / (L - w + m)   talks; m: mean handling time, w: the after-call
 *                      work to come, which must be a timed one (or none)
 *   0                  else: who has asked for a pause, cannot be rung by now,
 *                      is wanted by somebody, or whom older contacts of other
 *                      queues will have
 *
 * Of a talk whose length is exponential it does not matter how long it has
 * lasted (Kleinrock, Queueing Systems I, 1975, 2.5: memoryless): it ends within
 * t with 1 - exp(-t/m), and since exp(x) >= 1 + x that is t/(t + m) at least.
 * So no more are expected than come, on average; what is left over of one is
 * not rounded up. No floating point.
 */
enum { AHEAD_RING_US = 15000000 };

/** Who is to be dialled now: a contact; 0: nobody. O(1) while nobody waits to
 *  be; else O(agents of the queue) for each of the first who do. */
uint64_t state_next_ahead(const struct state *state, int64_t now_us);

/** The next moment after one at which time alone may make somebody's turn near:
 *  a timed after-call work has so long to go. INT64_MAX: there is none. O(1)
 *  while nobody waits to be dialled, else O(agents of those queues). */
int64_t ahead_due_us(const struct state *state, int64_t last_us);

#endif
