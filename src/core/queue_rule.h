/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a queue: when they hold, and which one goes for a contact. */

#ifndef CORE_QUEUE_RULE_H
#define CORE_QUEUE_RULE_H

#include "core/sending.h"

/*
 * A rule goes by who is there to serve (queue_staffed tells that), by the night
 * switch, by the estimated wait, by a full line, by the longest wait or by a
 * key. Those of a queue are asked in the order of their positions (then of
 * their ids: those from before there were positions have 0, and stay in the
 * order in which they were made); the first that holds goes. All of it is
 * O(log n + rules of the queue).
 *
 * None flutters. What lasts (nobody, or too few, are there; closed) has to last
 * for hold_ms before the rule goes. What is a level has a lower one at which it
 * is over: a queue that was full takes callers again when fewer than its
 * reopen_waiting wait, and a rule by the estimate, once it has sent somebody
 * elsewhere, goes on until the estimate is within its reopen_ms.
 */
enum { QUEUE_RULES_MAX = 32 }; /* of one queue */

/* While somebody waits it is asked so often whether the last in line will for
   too long. Who does at two askings in a row leaves, so that one agent who
   steps away for a moment sends nobody elsewhere; and then the next one. */
static const int64_t ESTIMATE_EVERY_US = 10000000;

/** Whether fewer agents are there than the rule wants, one of RULE_FEW_*. */
bool rule_finds_few(const struct state *state,
                    const struct event_queue_rule_set *rule);

/** Whether it goes by how many agents there are: RULE_FEW_*. */
bool rule_counts_agents(const struct event_queue_rule_set *rule);

/** That the rule has begun; NULL: it has not, or begins at no event. */
const struct rule_begun_row *state_rule_begun(const struct state *state,
                                              uint64_t rule_id);

/** Begins a rule that sends somebody elsewhere, if it goes on until the estimate
 *  is lower, and has not begun yet. */
void write_rule_began(struct turn *turn,
                      const struct event_queue_rule_set *rule);

/** Ends those by the estimate, of a queue that somebody joins, where the wait
 *  behind its whole line is as short as they want it. */
void write_rules_ended(struct turn *turn, uint64_t queue_id);

/** Since when what the rule goes by is so, for those that go by something that
 *  lasts; 0: it is not so, or goes by no such thing. */
int64_t rule_since_us(const struct state *state, const struct tally_row *tally,
                      const struct event_queue_rule_set *rule);

/** Whether the rule's cause is one that lasts: nobody, or too few, are there; or
 *  closed. */
bool rule_lasts(const struct event_queue_rule_set *rule);

/** The one for somebody who joins, by what lasts or by the estimate; NULL: the
 *  caller may join. */
const struct event_queue_rule_set *rule_for_joining(const struct turn *turn,
                                                    uint64_t queue_id,
                                                    int64_t priority,
                                                    int64_t since_us);

/** The one for those who wait, by what lasts; NULL: none goes by now. */
const struct event_queue_rule_set *rule_for_waiting(const struct turn *turn,
                                                    uint64_t queue_id);

/** The next one for a contact that a rule has sent away in vain: of the same
 *  cause, and key or step of the wait; or another one that lasts, and goes by now. NULL: none. */
const struct event_queue_rule_set *rule_after(
    const struct turn *turn, const struct event_queue_rule_set *before);

/** The one by that cause, which is none that lasts; key: with RULE_KEY. */
const struct event_queue_rule_set *rule_by_cause(const struct state *state,
                                                 uint64_t queue_id,
                                                 enum rule_cause cause,
                                                 char key);

/** The one for those who wait, by the estimate; or NULL. */
const struct event_queue_rule_set *rule_by_estimate(const struct state *state,
                                                    uint64_t queue_id);

/** Whether the contact, of those who wait, will for longer than that rule has
 *  it. Where nothing is known it will not. */
bool rule_finds_long(const struct turn *turn,
                     const struct event_queue_rule_set *rule,
                     uint64_t contact_id);

/** Where the rule leads. */
struct target target_of(const struct event_queue_rule_set *rule);

/** Whether a way out would dial for somebody for whom NUMBERS_MAX were called
 *  in vain: no clock sends anybody out for ever. */
bool rule_dials_in_vain(const struct turn *turn,
                        const struct contact_row *contact,
                        const struct event_queue_rule_set *rule);

#endif
