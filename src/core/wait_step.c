/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a wait, by the ways out of the queue. */

#include "core/wait_step.h"

static int64_t longest_us(const struct state *state, uint64_t queue_id)
{
    const struct event_queue_set *queue = state_queue(state, queue_id);

    return queue ? queue->max_wait_ms * 1000 : 0;
}

int64_t wait_step_of_us(const struct state *state,
                        const struct event_queue_rule_set *rule)
{
    if (rule->cause != RULE_WAITED)
        return 0;

    return rule->after_ms ? rule->after_ms * 1000
                          : longest_us(state, rule->queue_id);
}

int64_t wait_step_next_us(const struct state *state, uint64_t queue_id,
                          int64_t done_us)
{
    const struct event_queue_rule_set *rule;
    int64_t longest = longest_us(state, queue_id);
    int64_t next_us = longest > done_us ? longest : 0;

    for (rule = state_first_rule(state, queue_id); rule;
         rule = state_next_rule(state, rule)) {
        int64_t step_us = wait_step_of_us(state, rule);

        if (step_us > done_us && (!next_us || step_us < next_us))
            next_us = step_us;
    }

    return next_us;
}

int64_t wait_step_now_us(const struct state *state, uint64_t queue_id,
                         int64_t done_us)
{
    int64_t next_us = wait_step_next_us(state, queue_id, done_us);

    return next_us ? next_us : longest_us(state, queue_id);
}

const struct event_queue_rule_set *wait_step_rule(const struct state *state,
                                                  uint64_t queue_id,
                                                  int64_t step_us)
{
    const struct event_queue_rule_set *rule;

    for (rule = state_first_rule(state, queue_id); rule;
         rule = state_next_rule(state, rule))
        if (rule->cause == RULE_WAITED &&
            wait_step_of_us(state, rule) == step_us)
            return rule;

    return NULL;
}

int64_t wait_step_done_us(const struct contact_row *contact,
                          const struct event_queue_set *queue)
{
    return contact->queue_id == queue->id ? contact->step_us : 0;
}
