/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing rules as they were: made again from their events. */

#ifndef JOBS_RULE_REPLAY_H
#define JOBS_RULE_REPLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/event.h"

/*
 * Every change of a rule outside the draft, and every publication of the draft,
 * makes a version of the set of rules: 1, 2, 3, ... The journal has the events
 * of both, so any version can be made again by taking them one by one. What is
 * taken is the same as in the folds of core/fold_rule_draft.c.
 */
struct rule_replay;

int rule_replay_new(struct rule_replay **ret_replay); /* 0 or -ENOMEM */
struct rule_replay *rule_replay_free(struct rule_replay *replay);

/** Has told of each rule that is another one, or NULL and its id: gone. */
typedef void rule_replay_told(void *arg, uint64_t rule_id,
                              const struct event_rule_set *rule);

/**
 * Takes an event; those of other things change nothing. O(rules).
 *
 * @param told  called for what is another one now, before this returns; or NULL
 *
 * @return how many rules are others now, or -ENOMEM
 */
int rule_replay_take(struct rule_replay *replay, const struct event *event,
                     rule_replay_told *told, void *arg);

/** So many rules there are by now. */
size_t rule_replay_count(const struct rule_replay *replay);

/**
 * Copies the rules as they are by now, in the order of their ids.
 *
 * @param ret_rules  on success, to be freed with free()
 *
 * @return 0 or -ENOMEM
 */
int rule_replay_rules(const struct rule_replay *replay,
                      struct event_rule_set **ret_rules, size_t *ret_count);

#endif
