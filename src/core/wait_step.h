/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a wait: after so long, that way out of the queue. */

#ifndef CORE_WAIT_STEP_H
#define CORE_WAIT_STEP_H

#include "core/state.h"

/*
 * A way out by RULE_WAITED goes after its own time in the queue, or, without
 * one, after the queue's longest wait. So a queue has steps: after 60 s the
 * offer to be called back, after 300 s voicemail; the last one is its longest
 * wait, if it has one, where whoever no way out takes overflows. Several ways
 * out with the same time are one step: the next one is for whom the one before
 * did not reach a number. A step that nothing came of does not keep anybody
 * from the later ones, and who comes back to the line goes on with them, not
 * anew. All of it is O(rules of the queue).
 */

/** When the way out goes; 0: never, for it goes by no wait, or by a longest one
 *  that the queue does not have. */
int64_t wait_step_of_us(const struct state *state,
                        const struct event_queue_rule_set *rule);

/** The queue's first step later than that; 0: none. */
int64_t wait_step_next_us(const struct state *state, uint64_t queue_id,
                          int64_t done_us);

/** The step whose moment it is for who waits and has that one behind: behind
 *  the last one it is the longest wait, over and over. 0: there is none. */
int64_t wait_step_now_us(const struct state *state, uint64_t queue_id,
                         int64_t done_us);

/** The first way out at that step; NULL: none. The next one of the same step is
 *  rule_after() it. */
const struct event_queue_rule_set *wait_step_rule(const struct state *state,
                                                  uint64_t queue_id,
                                                  int64_t step_us);

/** Which step is behind a contact that comes back to that queue, or is still in
 *  it; 0: none, or it comes from elsewhere. */
int64_t wait_step_done_us(const struct contact_row *contact,
                          const struct event_queue_set *queue);

#endif
